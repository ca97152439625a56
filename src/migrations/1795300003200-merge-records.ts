import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Two records of one person or organization become one, and can become two again. */
export class MergeRecords1795300003200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table person add column merged_into_id uuid references person (id);
      alter table person add constraint person_merged_has_no_account
        check (merged_into_id is null or account_id is null);
      create index person_merged_into_id_idx on person (merged_into_id) where merged_into_id is not null;
      alter table organization add column merged_into_id uuid references organization (id);
      create index organization_merged_into_id_idx on organization (merged_into_id) where merged_into_id is not null;
      -- What is left of a membership whose history went to that of the record that was kept.
      alter table membership add column merged_into_id uuid references membership (id);
      create index merge_task_kept_person_id_idx on merge_task (kept_person_id);
      create index merge_task_other_person_id_idx on merge_task (other_person_id);

      create index external_id_record_id_idx on external_id (record_id);

      create table record_merge (
        id uuid primary key,
        association_id uuid not null references association (id),
        kind text not null check (kind in ('PERSON', 'ORGANIZATION')),
        kept_id uuid not null,
        other_id uuid not null,
        names jsonb not null,
        taken text[] not null,
        reason text not null,
        records integer not null,
        prepared_at timestamptz not null,
        prepared_by uuid not null references account (id),
        withdrawn_at timestamptz,
        done_at timestamptz,
        done_by uuid references account (id),
        trail jsonb,
        undone_at timestamptz,
        undone_by uuid references account (id),
        undone_why text
      );
      create index record_merge_association_id_prepared_at_idx on record_merge (association_id, prepared_at, id);
      create index record_merge_kept_id_idx on record_merge (kept_id);
      create index record_merge_other_id_idx on record_merge (other_id);
      create unique index record_merge_one_prepared_idx
        on record_merge (least(kept_id, other_id), greatest(kept_id, other_id))
        where done_at is null and withdrawn_at is null;

      -- The count of members is read, never made: whoever empties a membership or fills it again cannot forget it.
      create function membership_merged() returns trigger language plpgsql as $$
        begin
          update membership_count
          set members = members + case when new.merged_into_id is null then 1 else -1 end
          where association_id = new.association_id;
          return null;
        end $$;
      create trigger membership_merged after update of merged_into_id on membership for each row
        when ((old.merged_into_id is null) <> (new.merged_into_id is null)) execute function membership_merged();

      -- Whoever had found a record before it was merged, and waited for it: state 40001 makes them ask again, and find
      -- that it is gone.
      create function merged_record_rests() returns trigger language plpgsql as $$
        begin
          raise exception 'the record was merged into another' using errcode = 'serialization_failure';
        end $$;
      create trigger person_merged_rests before update on person for each row
        when (old.merged_into_id is not null and new.merged_into_id is not distinct from old.merged_into_id)
        execute function merged_record_rests();
      create trigger organization_merged_rests before update on organization for each row
        when (old.merged_into_id is not null and new.merged_into_id is not distinct from old.merged_into_id)
        execute function merged_record_rests();

      -- After the references were checked, and so after a merge that holds the record has committed.
      create function no_row_names_a_merged_record() returns trigger language plpgsql as $$
        declare found boolean;
        begin
          execute format(
            'select exists (select from fresh f join %I r on r.id = f.%I where r.merged_into_id is not null)',
            tg_argv[0], tg_argv[1]) into found;
          if found then
            raise exception 'the record was merged into another' using errcode = 'serialization_failure';
          end if;
          return null;
        end $$;
      do $$
        declare reference record;
        begin
          for reference in
            select c.conrelid::regclass as held_by, a.attname as column_name, c.confrelid::regclass as named
            from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
            where c.contype = 'f' and c.confrelid in ('person'::regclass, 'organization'::regclass)
              and c.conrelid <> c.confrelid
          loop
            execute format(
              'create trigger %I after insert on %s referencing new table as fresh for each statement
                 execute function no_row_names_a_merged_record(%L, %L)',
              reference.column_name || '_is_not_merged', reference.held_by, reference.named::text,
              reference.column_name);
          end loop;
        end $$;

      -- An organization that was merged into another stands for nothing any more.
      create or replace function principal_is_followed() returns trigger language plpgsql as $$
      begin
        if not exists (
          select from delegation
          where organization_id = old.organization_id and role = 'PRINCIPAL'
            and from_at <= new.to_at and (to_at is null or to_at > new.to_at)
        ) and not exists (
          select from organization where id = old.organization_id and merged_into_id is not null
        ) then
          raise exception 'an organization would stand without a principal'
            using errcode = 'check_violation', constraint = 'delegation_principal_followed', table = 'delegation';
        end if;
        return null;
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function principal_is_followed() returns trigger language plpgsql as $$
      begin
        if not exists (
          select from delegation
          where organization_id = old.organization_id and role = 'PRINCIPAL'
            and from_at <= new.to_at and (to_at is null or to_at > new.to_at)
        ) then
          raise exception 'an organization would stand without a principal'
            using errcode = 'check_violation', constraint = 'delegation_principal_followed', table = 'delegation';
        end if;
        return null;
      end $$;
      drop function no_row_names_a_merged_record cascade;
      drop function merged_record_rests cascade;
      drop function membership_merged cascade;
      drop table record_merge;
      drop index external_id_record_id_idx;
      drop index merge_task_kept_person_id_idx, merge_task_other_person_id_idx;
      alter table membership drop column merged_into_id;
      alter table organization drop column merged_into_id;
      alter table person drop column merged_into_id;
    `);
  }
}
