import type { MigrationInterface, QueryRunner } from 'typeorm';

const ONCE = `('WHEN_LATE', 'AT_REINSTATEMENT')`;

/**
 * A fee of lateness or of coming back stands once on invoices, for a membership and the days that it is about; and the
 * one who pays for coming back is let in by it. Refunds that were made at a gateway itself stand on file, too.
 */
export class ChargeFeesOnce1795300005800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table fee_item add unique (id, charged);
      alter table invoice_line add column charged text constraint invoice_line_charged_check
        check (charged in ('WITH_TERM', 'AT_ADMISSION', 'WHEN_LATE', 'AT_REINSTATEMENT', 'DURING_HOLD', 'ON_DEMAND'));
      -- Until now a fee of coming back said no days: it was about the year that began with it.
      update invoice_line l set charged = f.charged,
        period_from = case when f.charged in ${ONCE} then coalesce(l.period_from, i.issued_on) else l.period_from end,
        period_to = case when f.charged in ${ONCE} and l.period_from is null
          then (i.issued_on + interval '1 year')::date else l.period_to end
      from fee_item f, invoice i where f.id = l.fee_item_id and i.id = l.invoice_id;
      alter table invoice_line
        drop constraint invoice_line_fee_item_id_fkey,
        -- What it is charged for is what its item says, whichever path wrote it.
        add constraint invoice_line_fee_item_id_charged_fkey
          foreign key (fee_item_id, charged) references fee_item (id, charged),
        add constraint invoice_line_charged_with_its_item check ((fee_item_id is null) = (charged is null)),
        add constraint invoice_line_fee_is_about_days check (charged not in ${ONCE}
          or (membership_id is not null and period_from is not null)),
        add constraint invoice_line_fee_once exclude using gist
          (membership_id with =, fee_item_id with =, daterange(period_from, period_to) with &&)
          where (released_at is null and charged in ${ONCE});
      alter table line_effect add column affiliation_id uuid references affiliation (id);

      alter table refund alter column reason drop not null, alter column prepared_by drop not null,
        add unique (payment_id, gateway_reference),
        add constraint refund_asked_for_here_or_made_there check (
          (prepared_by is null) = (reason is null) and (prepared_by is not null or gateway_reference is not null));
      alter table sandbox_event drop constraint sandbox_event_kind_check, add constraint sandbox_event_kind_check
        check (kind in ('PROCESSING', 'DECLINED', 'SUCCEEDED', 'CANCELLED', 'DISPUTE_OPENED', 'DISPUTE_WON',
          'DISPUTE_LOST', 'REFUNDED', 'REFUND_FAILED'));

      -- Whoever receives money has billed it, and whoever supplied something stands on a line: both have a letterhead.
      alter table remittance_batch add column book_letterhead_id uuid references letterhead (id),
        add column body_letterhead_id uuid references letterhead (id), add column layout integer;
      update remittance_batch b set layout = 1,
        book_letterhead_id = (select h.id from letterhead h where h.association_id = b.book_id order by h.id limit 1),
        body_letterhead_id = (select h.id from letterhead h where h.association_id = b.body_id order by h.id limit 1);
      alter table remittance_batch alter column book_letterhead_id set not null,
        alter column body_letterhead_id set not null, alter column layout set not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table remittance_batch drop column book_letterhead_id, drop column body_letterhead_id, drop column layout;
      delete from sandbox_event where kind = 'REFUND_FAILED';
      alter table sandbox_event drop constraint sandbox_event_kind_check, add constraint sandbox_event_kind_check
        check (kind in ('PROCESSING', 'DECLINED', 'SUCCEEDED', 'CANCELLED', 'DISPUTE_OPENED', 'DISPUTE_WON',
          'DISPUTE_LOST', 'REFUNDED'));
      delete from refund where prepared_by is null;
      alter table refund drop constraint refund_asked_for_here_or_made_there,
        drop constraint refund_payment_id_gateway_reference_key,
        alter column reason set not null, alter column prepared_by set not null;
      alter table line_effect drop column affiliation_id;
      alter table invoice_line
        drop constraint invoice_line_fee_once,
        drop constraint invoice_line_fee_item_id_charged_fkey,
        drop column charged,
        add constraint invoice_line_fee_item_id_fkey foreign key (fee_item_id) references fee_item (id);
      alter table fee_item drop constraint fee_item_id_charged_key;
    `);
  }
}
