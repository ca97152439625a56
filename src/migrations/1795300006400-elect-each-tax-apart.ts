import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An election that the issuer accounts for a supplier's taxes is made for each registration: GST and HST with the
 * Canada Revenue Agency, QST with Revenu Québec.
 */
export class ElectEachTaxApart1795300006400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table tax_accounting_election
        drop constraint tax_accounting_election_one_at_a_time,
        add column kind text not null default 'GST_HST'
          constraint tax_accounting_election_kind_check check (kind in ('GST_HST', 'QST'));
      alter table tax_accounting_election alter column kind drop default;
      insert into tax_accounting_election (id, supplier_id, issuer_id, kind, from_on, to_on)
        select gen_random_uuid(), supplier_id, issuer_id, 'QST', from_on, to_on from tax_accounting_election;
      alter table tax_accounting_election add constraint tax_accounting_election_one_at_a_time exclude using gist
        (supplier_id with =, issuer_id with =, kind with =, daterange(from_on, to_on) with &&);
      create index tax_accounting_election_issuer_id_idx on tax_accounting_election (issuer_id, from_on, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index tax_accounting_election_issuer_id_idx;
      delete from tax_accounting_election where kind = 'QST';
      alter table tax_accounting_election
        drop constraint tax_accounting_election_one_at_a_time,
        drop column kind,
        add constraint tax_accounting_election_one_at_a_time exclude using gist
          (supplier_id with =, issuer_id with =, daterange(from_on, to_on) with &&);
    `);
  }
}
