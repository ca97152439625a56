import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How one principal delegate follows another, so that an organization never stands without one. */
export class AddPrincipalHandovers1795300002200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table principal_handover (
        id uuid primary key,
        organization_id uuid not null references organization (id),
        from_person_id uuid not null references person (id),
        to_person_id uuid not null references person (id),
        remaining_roles text[] not null,
        offered_at timestamptz not null,
        expires_at timestamptz not null,
        ended_at timestamptz,
        ended_why text,
        constraint principal_handover_ended_why_check
          check (ended_why in ('DONE', 'DECLINED', 'WITHDRAWN', 'EXPIRED', 'OVERTAKEN'))
      );
      create unique index principal_handover_open_idx on principal_handover (organization_id) where ended_at is null;
      create index principal_handover_to_person_id_idx on principal_handover (to_person_id);

      create function principal_is_followed() returns trigger language plpgsql as $$
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
      -- At the end of the transaction: the old one ends before the new one begins, at the same instant.
      create constraint trigger delegation_principal_followed after update of to_at on delegation
        deferrable initially deferred for each row
        when (new.role = 'PRINCIPAL' and new.to_at is not null) execute function principal_is_followed();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger delegation_principal_followed on delegation;
      drop function principal_is_followed();
      drop table principal_handover;
    `);
  }
}
