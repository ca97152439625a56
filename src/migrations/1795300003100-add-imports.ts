import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Taking over what another system has on file. */
export class AddImports1795300003100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table import_run (
        id uuid primary key,
        association_id uuid not null references association (id),
        source text not null,
        kind text not null,
        mode text not null,
        upload_id uuid not null,
        asked_by uuid not null references account (id),
        client_id uuid not null references client (id),
        request_id text not null,
        asked_at timestamptz not null,
        attempt integer not null default 0,
        started_at timestamptz,
        writing_at timestamptz,
        ended_at timestamptz,
        ended_why text,
        bytes_read bigint not null default 0,
        bytes_total bigint not null,
        rows_read integer not null default 0,
        created integer not null default 0,
        changed integer not null default 0,
        unchanged integer not null default 0,
        held_out integer not null default 0,
        constraint import_run_kind_check
          check (kind in ('PEOPLE', 'ORGANIZATIONS', 'MEMBERSHIPS', 'DELEGATIONS', 'ACCOUNTS')),
        constraint import_run_mode_check check (mode in ('DRY_RUN', 'COMMIT')),
        constraint import_run_ended_why_check check (ended_why in ('DONE', 'FAULTY', 'FAILED', 'CANCELLED')),
        constraint import_run_ended_check check ((ended_at is null) = (ended_why is null))
      );
      create unique index import_run_one_commit_idx on import_run (association_id)
        where mode = 'COMMIT' and ended_at is null;
      create index import_run_association_id_idx on import_run (association_id, asked_at, id);

      create table import_finding (
        run_id uuid not null references import_run (id),
        place integer not null,
        severity text not null,
        row_number integer not null,
        column_name text,
        sentence text not null,
        values jsonb not null,
        other_row integer,
        record_id uuid,
        primary key (run_id, severity, row_number, place),
        constraint import_finding_severity_check check (severity in ('FAULT', 'NOTICE', 'DUPLICATE'))
      );

      -- What a record is called elsewhere, and what was last read about it there.
      create table external_id (
        association_id uuid not null references association (id),
        -- Compared byte by byte: they are names of programs, and a hundred thousand of them come at a time.
        source text collate "C" not null,
        kind text collate "C" not null,
        external_id text collate "C" not null,
        record_id uuid not null,
        digest text not null,
        primary key (association_id, source, kind, external_id)
      );

      -- Unlogged: after a crash the file is read again.
      create unlogged table staged_row (
        batch_id uuid not null,
        row_number integer not null,
        key text collate "C" not null,
        record_id uuid not null,
        person_id uuid,
        organization_id uuid,
        verdict text not null,
        digest text not null,
        data jsonb not null,
        primary key (batch_id, row_number)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table staged_row, external_id, import_finding, import_run');
  }
}
