import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who represents an estate, a trust, a company or a protected person, from when until when, and by which document. */
export class AddRepresentations1795300002700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table representation (
        id uuid primary key,
        association_id uuid not null references association (id),
        person_id uuid references person (id),
        organization_id uuid references organization (id),
        kind text not null,
        representative_person_id uuid references person (id),
        given_name text,
        family_name text,
        name_key text collate "C",
        from_on date not null,
        to_on date,
        document text not null,
        upload_id uuid,
        recorded_at timestamptz not null,
        constraint representation_kind_check
          check (kind in ('EXECUTOR', 'TRUSTEE', 'MANDATARY', 'TUTOR', 'DIRECTOR')),
        constraint representation_represented check (num_nonnulls(person_id, organization_id) = 1),
        constraint representation_representative check (
          (representative_person_id is null) = (given_name is not null)
          and (given_name is null) = (family_name is null) and (given_name is null) = (name_key is null)),
        constraint representation_of_another check (person_id <> representative_person_id),
        constraint representation_period check (from_on <= to_on),
        constraint representation_once exclude using gist (
          (coalesce(person_id, organization_id)) with =, kind with =,
          (coalesce(representative_person_id::text, name_key)) with =, daterange(from_on, to_on) with &&)
      );
      create index representation_person_id_idx on representation (person_id);
      create index representation_organization_id_idx on representation (organization_id);
      create index representation_representative_person_id_idx on representation (representative_person_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table representation');
  }
}
