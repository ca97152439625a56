import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A change of addressee of an invoice above the association's limit waits for a second person. */
export class LetChangesOfAddresseeWait1795300006200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table bill_to_change (
        id uuid primary key,
        issuer_id uuid not null references association (id),
        invoice_id uuid not null references invoice (id),
        name text not null,
        attention text,
        street text,
        street2 text,
        city text,
        province text,
        postal_code text,
        country text,
        asked_at timestamptz not null,
        asked_by uuid not null references account (id),
        approved_at timestamptz,
        approved_by uuid references account (id),
        declined_at timestamptz,
        declined_by uuid references account (id),
        constraint bill_to_change_two_people check (approved_by <> asked_by),
        constraint bill_to_change_decided_once check (num_nonnulls(approved_at, declined_at) <= 1),
        constraint bill_to_change_approved check ((approved_at is null) = (approved_by is null)),
        constraint bill_to_change_declined check ((declined_at is null) = (declined_by is null))
      );
      create unique index bill_to_change_waiting_idx on bill_to_change (invoice_id)
        where approved_at is null and declined_at is null;
      create index bill_to_change_issuer_id_asked_at_idx on bill_to_change (issuer_id, asked_at, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table bill_to_change');
  }
}
