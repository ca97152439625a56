import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Further addresses of an account, which wait for their confirmation, and accounts that were joined to another. */
export class AddPendingAddressesAndLinks1795300001600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table pending_address (
        id uuid primary key,
        account_id uuid not null references account (id),
        address text not null,
        normalized text not null,
        asked_at timestamptz not null,
        expires_at timestamptz not null
      );
      create unique index pending_address_account_id_normalized_idx on pending_address (account_id, normalized);

      alter table account add column linked_into_id uuid references account (id);
      alter table account add constraint account_linked_is_closed
        check (linked_into_id is null or (disabled_at is not null and password_hash is null and linked_into_id <> id));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table account drop column linked_into_id;
      drop table pending_address;
    `);
  }
}
