import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Out of whose credit a refund comes, who paid by card, whom a receipt names, and what is kept after a refund. */
export class TellWhoseMoneyItIs1795300005900 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table refund add column from_invoice_id uuid references invoice (id);
      create index refund_from_invoice_id_idx on refund (from_invoice_id) where from_invoice_id is not null;
      alter table line_effect add column kept_at timestamptz;
      alter table card_payment add column paid_as text
        constraint card_payment_paid_as_check check (paid_as in ('PAYER', 'SELF'));
      update card_payment set paid_as = 'PAYER' where started_by is not null;
      alter table payment add column receipt_name text;
      -- Receipts that were fetched before stay as they are.
      update payment p set receipt_name = coalesce(p.payer_name, (
        select b.name from bill_to b where b.invoice_id = (
          select i.id from invoice i
          where i.issuer_id = p.receiver_id and i.id in (
            select l.invoice_id from journal j join ledger_entry e on e.journal_id = j.id
              join invoice_line l on l.id = e.line_id
            where j.cause_id = p.id and j.kind = 'PAYMENT')
          order by i.issued_at, i.id limit 1)
          and (b.version = 1 or b.recorded_at <= p.received_at)
        order by b.version desc limit 1));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table payment drop column receipt_name;
      alter table card_payment drop column paid_as;
      alter table line_effect drop column kept_at;
      alter table refund drop column from_invoice_id;
    `);
  }
}
