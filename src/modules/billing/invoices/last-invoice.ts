import type { MembershipId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { defineLoader, type Loader } from '../../../platform/database/loader.ts';
import { statement } from '../../../platform/database/statement.ts';
import type { Membership, MembershipFacts } from '../../memberships/index.ts';
import { INVOICE_COLUMNS, INVOICE_JOINS, type InvoiceFacts } from './invoice-facts.ts';
import { readerOf } from './invoice-rights.ts';
import { invoiceView } from './invoice-view.ts';
import type { Invoice } from './invoice.type.ts';

/** The latest invoice that the association of a membership `m` issued about it. */
export const LAST_INVOICE = `lateral (
  select v.* from invoice v where v.membership_id = m.id and v.issuer_id = m.association_id
  order by v.issued_at desc, v.id desc limit 1)`;

/** What `STANDING_FIELDS` need, beside the membership `m`; `i` is its last invoice. */
export const LAST_INVOICE_COLUMNS = `
  i.id as "invoiceId", i.due_on::text as "dueOn", i.total_cents::text as total, i.paid_cents::text as paid,
  i.credited_cents::text as credited`;

/** A membership as a list reads it with where its last invoice stands. */
export interface LastInvoiceFacts extends Pick<InvoiceFacts, 'dueOn' | 'total' | 'paid' | 'credited'> {
  readonly invoiceId: InvoiceFacts['id'] | null;
}

const readLast = statement<InvoiceFacts & { readonly membershipId: MembershipId }>(
  'last-invoices',
  `select ${INVOICE_COLUMNS} from membership m cross join ${LAST_INVOICE} i ${INVOICE_JOINS}
   where m.id = any ($1::uuid[])`,
);

const lastInvoiceOfMembership: Loader<string, InvoiceFacts | null> = defineLoader(
  async ({ db }, ids: readonly string[]) => {
    const rows = await db.read(readLast, [ids]);
    const byMembership = new Map<string, InvoiceFacts>(rows.map(row => [row.membershipId, row]));
    return ids.map(id => byMembership.get(id) ?? null);
  },
);

/** Last invoices that a list brought along with its memberships, for staff who read them. */
const brought = new WeakMap<Membership, Invoice | null>();

/** Says where the last invoice of a membership stands: the list knows that staff may read it, and asks nothing else of it. */
export function bringLastInvoice(
  context: Context,
  membership: Membership,
  { invoiceId, dueOn, total, paid, credited }: LastInvoiceFacts,
): void {
  const { associationId: issuerId, timeZone }: MembershipFacts = membership.facts;
  const standing = { issuerId, timeZone, dueOn, total, paid, credited };
  const invoice = invoiceId && invoiceView(context, { id: invoiceId, ...standing } as InvoiceFacts, 'STAFF');
  brought.set(membership, invoice);
}

/** For whoever may read it. */
export const lastInvoiceOf = (
  context: Context,
  membership: Membership,
): Invoice | null | Promise<Invoice | null> => {
  const known = brought.get(membership);
  return known === undefined ? findLastInvoice(context, membership) : known;
};

async function findLastInvoice(context: Context, { facts }: Membership): Promise<Invoice | null> {
  const invoice = await context.load(lastInvoiceOfMembership, facts.id);
  const reader = invoice && (await readerOf(context, invoice));
  return invoice && reader ? invoiceView(context, invoice, reader) : null;
}
