import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What staff ask for whoever has lost the mailbox of their account. */
export class AddLostAddresses1795300001500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table address_replacement (
        id uuid primary key,
        account_id uuid not null references account (id),
        association_id uuid not null references association (id),
        old_normalized text,
        new_address text not null,
        new_normalized text not null,
        asked_by uuid not null references account (id),
        asked_at timestamptz not null,
        effective_at timestamptz not null,
        approved_by uuid references account (id),
        ended_at timestamptz,
        ended_why text,
        constraint address_replacement_ended_why_check
          check (ended_why in ('DONE', 'CONTESTED', 'WITHDRAWN', 'IMPOSSIBLE'))
      );
      create unique index address_replacement_open_idx on address_replacement (account_id) where ended_at is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table address_replacement');
  }
}
