import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Invitations to thousands, which a worker sends row by row. */
export class AddInvitationRuns1795300002900 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table invitation_run (
        id uuid primary key,
        association_id uuid not null references association (id),
        upload_id uuid,
        selection text,
        class_code text,
        asked_at timestamptz not null,
        -- By whose rights it goes on: whoever asked for it or resumed it.
        acting_account_id uuid not null references account (id),
        acting_client_id uuid not null references client (id),
        factor_at timestamptz,
        request_id text not null,
        total integer,
        -- How many rows came to which outcome.
        counts jsonb not null default '{}',
        stopped_at timestamptz,
        stopped_why text,
        ended_at timestamptz,
        fault jsonb,
        constraint invitation_run_source_check check (num_nonnulls(upload_id, selection) = 1),
        constraint invitation_run_selection_check check (selection in ('MEMBERS', 'DELEGATES')),
        constraint invitation_run_stopped_check check ((stopped_at is null) = (stopped_why is null)),
        constraint invitation_run_stopped_why_check check (stopped_why in ('CANCELLED', 'HALTED')),
        constraint invitation_run_fault_check check (fault is null or ended_at is not null)
      );
      create index invitation_run_association_id_idx on invitation_run (association_id, asked_at, id);

      create table invitation_run_row (
        run_id uuid not null references invitation_run (id),
        row_number integer not null,
        draft jsonb not null,
        outcome text,
        invitation_id uuid references invitation (id),
        primary key (run_id, row_number)
      );
      create index invitation_run_row_outcome_idx on invitation_run_row (run_id, outcome, row_number);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table invitation_run_row, invitation_run');
  }
}
