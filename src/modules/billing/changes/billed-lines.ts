import type { AssociationId, FeeItemId, InvoiceId, InvoiceLineId, MembershipId } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { Money } from '../../../kernel/money.ts';
import type { Database } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import type { LineEffect, Tax } from '../billing-words.ts';
import type { PriceAndTaxes } from '../invoices/index.ts';
import type { Occasion } from '../prices/index.ts';

/** A line of a membership of which something remains, with what earlier credit notes took of it. */
export interface BilledLine extends PriceAndTaxes {
  readonly id: InvoiceLineId;
  readonly invoiceId: InvoiceId;
  readonly supplierId: AssociationId;
  readonly feeItemId: FeeItemId | null;
  readonly descriptions: { readonly fr: string; readonly en: string };
  readonly charged: Occasion | null;
  readonly effect: LineEffect;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  readonly paid: Money;
  readonly credited: PriceAndTaxes;
}

/** A term that was billed and taken back. */
export interface ReleasedTerm {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

interface TaxRow {
  readonly tax: Tax;
  readonly cents: string;
}

interface Row {
  readonly id: InvoiceLineId;
  readonly invoiceId: InvoiceId;
  readonly supplierId: AssociationId;
  readonly feeItemId: FeeItemId | null;
  readonly fr: string;
  readonly en: string;
  readonly charged: Occasion | null;
  readonly effect: LineEffect;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  readonly net: string;
  readonly paid: string;
  readonly taxes: readonly TaxRow[];
  readonly creditedNet: string;
  readonly creditedTaxes: readonly TaxRow[];
}

const read = statement<Row>(
  'billed-lines-of-membership',
  `select l.id, l.invoice_id as "invoiceId", l.supplier_id as "supplierId",
     l.fee_item_id as "feeItemId", l.description_fr as fr, l.description_en as en, l.charged, l.effect, l.period_from::text as "from", l.period_to::text as "to",
     l.net_cents::text as net, l.paid_cents::text as paid,
     (select coalesce(json_agg(json_build_object('tax', t.tax, 'cents', t.cents::text) order by t.tax), '[]')
      from invoice_line_tax t where t.line_id = l.id) as taxes,
     (select coalesce(sum(c.net_cents), 0)::text from credit_note_line c where c.line_id = l.id) as "creditedNet",
     (select coalesce(json_agg(json_build_object('tax', t.tax, 'cents', t.cents::text)), '[]')
      from (select tax, sum(cents) as cents from credit_note_line_tax where line_id = l.id group by tax) t)
       as "creditedTaxes"
   from invoice_line l join invoice i on i.id = l.invoice_id
   where l.membership_id = $1 and l.released_at is null order by i.issued_at desc, i.id, l.position`,
);

/** The newest invoice first. */
export const billedLines = async (db: Database, membershipId: MembershipId): Promise<readonly BilledLine[]> =>
  (await db.read(read, [membershipId])).map(
    ({ fr, en, net, paid, taxes, creditedNet, creditedTaxes, ...line }) => ({
      ...line,
      descriptions: { fr, en },
      net: amount(net),
      paid: amount(paid),
      taxes: taxes.map(taxIn),
      credited: { net: amount(creditedNet), taxes: creditedTaxes.map(taxIn) },
    }),
  );

const amount = (cents: string): Money => Money.cad(BigInt(cents));
const taxIn = ({ tax, cents }: TaxRow): PriceAndTaxes['taxes'][number] => ({ tax, amount: amount(cents) });

const readReleased = statement<ReleasedTerm>(
  'released-terms-of-membership',
  `select distinct l.period_from::text as "from", l.period_to::text as "to" from invoice_line l
   where l.membership_id = $1 and l.effect = 'EXTEND_TERM' and l.released_at = $2
     and not exists (
       select from invoice_line live where live.membership_id = l.membership_id and live.effect = 'EXTEND_TERM'
         and live.released_at is null
         and daterange(live.period_from, live.period_to) && daterange(l.period_from, l.period_to))
   order by 1`,
);

/** Terms that were taken back at an instant, and that nobody is billed for since. */
export const releasedTerms = (
  db: Database,
  membershipId: MembershipId,
  releasedAt: Date,
): Promise<readonly ReleasedTerm[]> => db.read(readReleased, [membershipId, releasedAt]);
