import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How people become delegates of an organization by themselves: by asking, by their address, or by a code. */
export class AddJoining1795300002600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table organization_joining (
        organization_id uuid primary key references organization (id),
        accepts_requests boolean not null,
        accepts_domains boolean not null,
        changed_at timestamptz not null
      );

      create table organization_domain (
        id uuid primary key,
        organization_id uuid not null references organization (id),
        domain text not null,
        document text not null,
        verified_at timestamptz not null,
        ended_at timestamptz
      );
      create unique index organization_domain_live_idx on organization_domain (organization_id, domain)
        where ended_at is null;
      create index organization_domain_domain_idx on organization_domain (domain) where ended_at is null;

      create table organization_code (
        id uuid primary key,
        organization_id uuid not null references organization (id),
        digest bytea not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        uses integer not null,
        ended_at timestamptz,
        ended_why text,
        constraint organization_code_ended_why_check check (ended_why in ('REPLACED', 'TURNED_OFF'))
      );
      create unique index organization_code_digest_idx on organization_code (digest);
      create unique index organization_code_standing_idx on organization_code (organization_id) where ended_at is null;

      create table join_request (
        id uuid primary key,
        organization_id uuid not null references organization (id),
        person_id uuid not null references person (id),
        message text,
        asked_at timestamptz not null,
        expires_at timestamptz not null,
        ended_at timestamptz,
        ended_why text,
        reason text,
        constraint join_request_ended_why_check
          check (ended_why in ('APPROVED', 'REFUSED', 'WITHDRAWN', 'EXPIRED', 'OVERTAKEN'))
      );
      create unique index join_request_open_idx on join_request (organization_id, person_id) where ended_at is null;
      create index join_request_organization_id_asked_at_idx on join_request (organization_id, asked_at, id);
      create index join_request_person_id_asked_at_idx on join_request (person_id, asked_at, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table join_request;
      drop table organization_code;
      drop table organization_domain;
      drop table organization_joining;
    `);
  }
}
