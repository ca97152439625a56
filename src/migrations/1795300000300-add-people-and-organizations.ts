import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People on file, member organizations, and who acts for them. */
export class AddPeopleAndOrganizations1795300000300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table person (
        id uuid primary key,
        association_id uuid not null references association (id),
        account_id uuid references account (id),
        given_name text not null,
        family_name text not null,
        search_key text collate "C" not null,
        locale text not null,
        contact_email text,
        work_phone text,
        work_phone_extension text,
        added_at timestamptz not null
      );
      create index person_account_id_idx on person (account_id);
      create index person_association_id_search_key_idx on person (association_id, search_key, id);

      create table merge_task (
        id uuid primary key,
        association_id uuid not null references association (id),
        kept_person_id uuid not null references person (id),
        other_person_id uuid not null references person (id),
        opened_at timestamptz not null,
        closed_at timestamptz
      );
      create index merge_task_association_id_idx on merge_task (association_id) where closed_at is null;

      create table organization (
        id uuid primary key,
        association_id uuid not null references association (id),
        legal_name text not null,
        public_name_fr text not null,
        public_name_en text not null,
        search_key text collate "C" not null,
        email text,
        phone text,
        phone_extension text,
        website text,
        street text,
        street2 text,
        city text,
        province text,
        postal_code text,
        country text not null,
        added_at timestamptz not null
      );
      create index organization_association_id_search_key_idx on organization (association_id, search_key, id);

      create table organization_section (
        id uuid primary key,
        organization_id uuid not null references organization (id),
        section_id uuid not null references section (id),
        from_on date not null,
        to_on date
      );
      create index organization_section_organization_id_idx on organization_section (organization_id);

      create table delegation (
        id uuid primary key,
        organization_id uuid not null references organization (id),
        person_id uuid not null references person (id),
        role text not null check (role in ('PRINCIPAL', 'DUES', 'VOTING', 'CONTACT')),
        from_at timestamptz not null,
        to_at timestamptz,
        suspended_at timestamptz,
        constraint delegation_one_principal exclude using gist
          (organization_id with =, tstzrange(from_at, to_at) with &&) where (role = 'PRINCIPAL'),
        -- The person as text: else reads by person would be answered from this large index, not from their own.
        constraint delegation_once exclude using gist
          (organization_id with =, (person_id::text) with =, role with =, tstzrange(from_at, to_at) with &&)
      );
      create index delegation_organization_id_idx on delegation (organization_id);
      create index delegation_person_id_idx on delegation (person_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table delegation, organization_section, organization, merge_task, person');
  }
}
