import type { AssociationId, InvoiceId, InvoiceLineId, MembershipId } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { Money } from '../../../kernel/money.ts';
import { Period } from '../../../kernel/period.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import type { LineEffect, LineKind, Settlement, Tax } from '../billing-words.ts';
import { payerIn, type PayerColumns } from '../payer.ts';
import type { HeldInvoice, HeldLine } from './held-invoice.ts';
import type { InvoiceKind } from './new-invoice.ts';

interface InvoiceRow extends PayerColumns {
  readonly id: InvoiceId;
  readonly issuerId: AssociationId;
  readonly kind: InvoiceKind;
  readonly fiscalYear: number;
  readonly number: number;
  readonly membershipId: MembershipId | null;
  readonly issuedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly total: string;
  readonly paid: string;
  readonly credited: string;
}

interface LineRow {
  readonly invoiceId: InvoiceId;
  readonly id: InvoiceLineId;
  readonly supplierId: AssociationId;
  readonly kind: LineKind;
  readonly position: number;
  readonly fr: string;
  readonly en: string;
  readonly net: string;
  readonly total: string;
  readonly paid: string;
  readonly credited: string;
  readonly effect: LineEffect;
  readonly settlement: Settlement;
  readonly membershipId: MembershipId | null;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  readonly releasedAt: Date | null;
  readonly taxes: readonly { readonly tax: Tax; readonly cents: string }[];
}

// In one order, so that two who hold the same ones wait for each other in turn.
const hold = statement<InvoiceRow>(
  'invoices-hold',
  `select id, issuer_id as "issuerId", kind, fiscal_year as "fiscalYear", number, membership_id as "membershipId",
     issued_on::text as "issuedOn", due_on::text as "dueOn", total_cents::text as total, paid_cents::text as paid,
     credited_cents::text as credited, payer_person_id as "payerPersonId",
     payer_organization_id as "payerOrganizationId", payer_association_id as "payerAssociationId"
   from invoice where id = any ($1::uuid[]) order by id for update`,
);

// Asked after the lock is held: it sees what whoever held it before has done.
const readLines = statement<LineRow>(
  'invoices-held-lines',
  `select l.invoice_id as "invoiceId", l.id, l.supplier_id as "supplierId", l.kind, l.position,
     l.description_fr as fr, l.description_en as en, l.net_cents::text as net,
     (l.net_cents + l.tax_cents)::text as total, l.paid_cents::text as paid, l.credited_cents::text as credited,
     l.effect, l.settlement, l.membership_id as "membershipId", l.period_from::text as "from",
     l.period_to::text as "to", l.released_at as "releasedAt",
     (select coalesce(json_agg(json_build_object('tax', t.tax, 'cents', t.cents::text) order by t.tax), '[]')
      from invoice_line_tax t where t.line_id = l.id) as taxes
   from invoice_line l where l.invoice_id = any ($1::uuid[]) order by l.invoice_id, l.position`,
);

/** Whatever changes what is owed holds the invoices first. In the order asked for; absent ones are left out. */
export async function holdInvoices(tx: Tx, ids: readonly InvoiceId[]): Promise<HeldInvoice[]> {
  const rows = new Map((await within(tx, hold, [ids])).map(row => [row.id, row]));
  if (rows.size === 0) return [];
  const lines = await within(tx, readLines, [ids]);
  return [...new Set(ids)].flatMap(id => {
    const row = rows.get(id);
    return row
      ? [
          heldInvoice(
            row,
            lines.filter(({ invoiceId }) => invoiceId === id),
          ),
        ]
      : [];
  });
}

function heldInvoice(row: InvoiceRow, lines: readonly LineRow[]): HeldInvoice {
  const { payerPersonId, payerOrganizationId, payerAssociationId, total, paid, credited, ...facts } = row;
  const payer = payerIn({ payerPersonId, payerOrganizationId, payerAssociationId });
  if (!payer) throw new Error('an invoice has a payer');
  return {
    ...facts,
    payer,
    total: money(total),
    paid: money(paid),
    credited: money(credited),
    lines: lines.map(heldLine),
  };
}

function heldLine({ invoiceId: _, fr, en, from, to, ...row }: LineRow): HeldLine {
  return {
    ...row,
    descriptions: { fr, en },
    net: money(row.net),
    taxes: row.taxes.map(({ tax, cents }) => ({ tax, amount: money(cents) })),
    total: money(row.total),
    paid: money(row.paid),
    credited: money(row.credited),
    period: from === null ? null : Period.of(from, to),
  };
}

const money = (cents: string): Money => Money.cad(BigInt(cents));
