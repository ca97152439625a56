import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Single sign-on: what the OpenID provider keeps from one request to the next, and which sessions came of one sign-in. */
export class AddSignOn1795300001300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table sign_on_state (
        kind text not null,
        id_digest bytea not null,
        uid_digest bytea,
        session_id uuid references session (id),
        sealed_payload bytea not null,
        expires_at timestamptz not null,
        consumed_at timestamptz,
        primary key (kind, id_digest)
      );
      create index sign_on_state_uid_digest_idx on sign_on_state (uid_digest) where uid_digest is not null;
      create index sign_on_state_session_id_idx on sign_on_state (session_id) where session_id is not null;
      create index sign_on_state_expires_at_idx on sign_on_state (expires_at);

      create table sign_on_session (
        session_id uuid primary key references session (id),
        login_id uuid not null references session (id),
        scope text,
        entered_at timestamptz,
        told_at timestamptz
      );
      create index sign_on_session_login_id_idx on sign_on_session (login_id);

      create index session_ended_at_idx on session (ended_at) where ended_at is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index session_ended_at_idx;
      drop table sign_on_session, sign_on_state;
    `);
  }
}
