import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an independent body lets one above it see, and from how many records on an act needs a second person. */
export class AddSharingAgreements1795300002800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table sharing_agreement (
        id uuid primary key,
        from_association_id uuid not null references association (id),
        to_association_id uuid not null references association (id),
        kinds text[] not null,
        purpose_fr text not null,
        purpose_en text not null,
        from_at timestamptz not null,
        to_at timestamptz,
        constraint sharing_agreement_apart check (from_association_id <> to_association_id),
        constraint sharing_agreement_kinds
          check (kinds <@ array['MEMBERS', 'CONTACT'] and 'MEMBERS' = any (kinds)),
        constraint sharing_agreement_in_order check (to_at >= from_at)
      );
      create index sharing_agreement_from_association_id_idx on sharing_agreement (from_association_id, from_at, id);
      create index sharing_agreement_to_association_id_idx on sharing_agreement (to_association_id, from_at, id);
      create index staff_assignment_association_id_idx on staff_assignment (association_id, from_at, id);

      alter table association add second_person_above integer
        constraint association_second_person_above_check check (second_person_above >= 0);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table association drop second_person_above;
      drop index staff_assignment_association_id_idx;
      drop table sharing_agreement;
    `);
  }
}
