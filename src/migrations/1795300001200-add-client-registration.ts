import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Several keys of one client, what it may be used for, where people return after signing in, and its own documents. */
export class AddClientRegistration1795300001200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table client_key (
        digest bytea primary key,
        client_id uuid not null references client (id),
        made_at timestamptz not null,
        expires_at timestamptz,
        last_used_at timestamptz
      );
      create index client_key_client_id_idx on client_key (client_id);
      create unique index client_key_current_idx on client_key (client_id) where expires_at is null;
      insert into client_key (digest, client_id, made_at) select key_digest, id, registered_at from client;

      alter table client drop column key_digest;
      alter table client add column scopes text[] not null default '{}';
      update client
        set scopes = array['members:read', 'members:write', 'invitations:write', 'clients:manage', 'test-realm']
        where kind = 'SECRET';
      alter table client alter column scopes drop default;
      alter table client add column public_keys jsonb;
      alter table client add column backchannel_logout_uri text;
      alter table client add column rotated_at timestamptz;

      create table client_redirect_uri (
        client_id uuid not null references client (id),
        purpose text not null check (purpose in ('SIGN_IN', 'SIGN_OUT')),
        uri text not null,
        primary key (client_id, purpose, uri)
      );

      create table client_document (
        client_id uuid not null references client (id),
        sha256 text not null,
        text text not null,
        registered_at timestamptz not null,
        primary key (client_id, sha256)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table client_document, client_redirect_uri;
      alter table client
        drop column rotated_at, drop column backchannel_logout_uri, drop column public_keys, drop column scopes,
        add column key_digest bytea;
      update client set key_digest = (select digest from client_key where client_id = client.id and expires_at is null);
      alter table client alter column key_digest set not null, add unique (key_digest);
      drop table client_key;
    `);
  }
}
