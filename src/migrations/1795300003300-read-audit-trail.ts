import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The audit trail is read by association, newest first, and exported; nobody changes it, its owner included. */
export class ReadAuditTrail1795300003300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index audit_entry_association_id_occurred_at_idx, audit_entry_subject_id_idx;
      create index audit_entry_association_id_occurred_at_idx on audit_entry (association_id, occurred_at, id);
      create index audit_entry_association_id_act_idx on audit_entry (association_id, act, occurred_at, id);
      create index audit_entry_association_id_account_id_idx
        on audit_entry (association_id, account_id, occurred_at, id);
      create index audit_entry_subject_id_idx on audit_entry (subject_id, association_id, occurred_at, id);

      -- Where one role owns the tables and uses them, its rights would not keep it from this.
      create function audit_entry_rests() returns trigger language plpgsql as $$
        begin
          raise exception 'the audit trail is added to, never changed' using errcode = 'insufficient_privilege';
        end $$;
      create trigger audit_entry_rests before update or delete or truncate on audit_entry
        for each statement execute function audit_entry_rests();

      alter table upload drop constraint upload_purpose_check;
      alter table upload add constraint upload_purpose_check check (purpose in ('IMPORT', 'DOCUMENT', 'EXPORT'));

      create table export_job (
        id uuid primary key,
        association_id uuid not null references association (id),
        kind text not null check (kind in ('AUDIT_TRAIL')),
        asked_by uuid not null references account (id),
        client_id uuid not null references client (id),
        request_id text not null,
        locale text not null,
        from_at timestamptz,
        to_at timestamptz not null,
        asked_at timestamptz not null,
        attempts integer not null default 0,
        rows integer not null default 0,
        upload_id uuid references upload (id) on delete set null,
        ended_at timestamptz,
        ended_why text check (ended_why in ('DONE', 'FAILED')),
        check ((ended_at is null) = (ended_why is null))
      );
      create unique index export_job_one_at_a_time_idx on export_job (association_id, kind) where ended_at is null;
      create index export_job_upload_id_idx on export_job (upload_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table export_job;
      alter table upload drop constraint upload_purpose_check;
      alter table upload add constraint upload_purpose_check check (purpose in ('IMPORT', 'DOCUMENT'));
      drop trigger audit_entry_rests on audit_entry;
      drop function audit_entry_rests;
      drop index audit_entry_association_id_occurred_at_idx, audit_entry_association_id_act_idx,
        audit_entry_association_id_account_id_idx, audit_entry_subject_id_idx;
      create index audit_entry_association_id_occurred_at_idx on audit_entry (association_id, occurred_at);
      create index audit_entry_subject_id_idx on audit_entry (subject_id);
    `);
  }
}
