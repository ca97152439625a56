import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Memberships as facts: classes, affiliations, terms, holds. Their status is computed, never stored. */
export class AddMemberships1795300000400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table membership_class (
        id uuid primary key,
        association_id uuid not null references association (id),
        code text not null,
        name_fr text not null,
        name_en text not null,
        held_by text not null check (held_by in ('PERSON', 'ORGANIZATION')),
        requires_cpl boolean not null,
        insurance_eligible boolean not null,
        certificate_eligible boolean not null,
        votes boolean not null,
        renewal_opens_days integer not null,
        grace_days integer not null,
        unique (association_id, code)
      );

      create table membership (
        id uuid primary key,
        association_id uuid not null references association (id),
        person_id uuid references person (id),
        organization_id uuid references organization (id),
        member_number text not null,
        holder_search_key text collate "C" not null,
        admitted_on date not null,
        unique (association_id, member_number),
        constraint membership_one_holder check (num_nonnulls(person_id, organization_id) = 1)
      );
      create unique index membership_person_idx on membership (association_id, person_id) where person_id is not null;
      create unique index membership_organization_idx
        on membership (association_id, organization_id) where organization_id is not null;
      create index membership_person_id_idx on membership (person_id);
      create index membership_organization_id_idx on membership (organization_id);
      create index membership_by_name_idx on membership (association_id, holder_search_key, id);

      -- The list of members is sorted by a copy of the holder's name; whoever renames a holder cannot forget it.
      create function person_renamed() returns trigger language plpgsql as $$
        begin
          update membership set holder_search_key = new.search_key where person_id = new.id;
          return null;
        end $$;
      create trigger person_renamed after update of search_key on person for each row
        when (old.search_key is distinct from new.search_key) execute function person_renamed();
      create function organization_renamed() returns trigger language plpgsql as $$
        begin
          update membership set holder_search_key = new.search_key where organization_id = new.id;
          return null;
        end $$;
      create trigger organization_renamed after update of search_key on organization for each row
        when (old.search_key is distinct from new.search_key) execute function organization_renamed();

      create table membership_count (
        association_id uuid primary key references association (id),
        members bigint not null
      );

      create table affiliation (
        id uuid primary key,
        membership_id uuid not null references membership (id),
        class_id uuid not null references membership_class (id),
        from_on date not null,
        to_on date,
        reason text not null check (reason in ('ADMISSION', 'RECLASSIFICATION', 'TRANSFER', 'LEAVE', 'RESIGNATION', 'REMOVAL', 'REINSTATEMENT', 'DEATH')),
        constraint affiliation_period check (from_on < to_on),
        constraint affiliation_one_at_a_time exclude using gist
          (membership_id with =, daterange(from_on, to_on) with &&)
      );
      create index affiliation_membership_id_idx on affiliation (membership_id);

      create table term (
        id uuid primary key,
        membership_id uuid not null references membership (id),
        kind text not null check (kind in ('CALENDAR_YEAR', 'ASSOCIATION_YEAR', 'ROLLING', 'ODD_LENGTH')),
        from_on date not null,
        to_on date not null,
        created_at timestamptz not null,
        constraint term_period check (from_on < to_on),
        constraint term_one_at_a_time exclude using gist
          (membership_id with =, daterange(from_on, to_on) with &&)
      );
      create index term_membership_id_idx on term (membership_id);

      create table hold (
        id uuid primary key,
        membership_id uuid not null references membership (id),
        kind text not null check (kind in ('LEAVE', 'NON_PRACTISING', 'SUSPENSION')),
        from_on date not null,
        to_on date,
        constraint hold_period check (from_on < to_on)
      );
      create index hold_membership_id_idx on hold (membership_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger person_renamed on person;
      drop trigger organization_renamed on organization;
      drop function person_renamed, organization_renamed;
      drop table hold, term, affiliation, membership_count, membership, membership_class;
    `);
  }
}
