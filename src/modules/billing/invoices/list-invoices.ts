import { dayAt } from '../../../kernel/deadline.ts';
import { fromPublicId, readPublicId, type AssociationId, type MembershipId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { plannedAnew } from '../../../platform/database/statement.ts';
import type { ConnectionArgs, Page } from '../../../platform/graphql/connection.ts';
import { readWalk, walkByInstant, type InstantWalk } from '../../../platform/graphql/instant-walk.ts';
import { countOwned, readOwnedWalk, walkOfEach } from '../../../platform/graphql/owned-walk.ts';
import { personsOfActor } from '../../people/index.ts';
import { INVOICE_COLUMNS, INVOICE_JOINS, type InvoiceFacts } from './invoice-facts.ts';
import { readerOf } from './invoice-rights.ts';
import { stateInSql, type InvoiceState } from './invoice-state.ts';
import { invoiceView, type ReaderOf } from './invoice-view.ts';
import type { Invoice } from './invoice.type.ts';
import type { InvoiceKind } from './new-invoice.ts';
import { isOfOrganization, isOfPersons } from './newest-invoices.ts';
import { readInvoiceNumber } from './printed-number.ts';

/** Which invoices of a body; what is null is not asked. Ids are public ones. */
export interface WantedInvoices {
  readonly issuerId: AssociationId;
  /** Of the issuer: its days decide. */
  readonly timeZone: string;
  readonly state: InvoiceState | null;
  readonly kind: InvoiceKind | null;
  readonly membershipId: string | null;
  readonly number: string | null;
  readonly payerId: string | null;
}

type Walk = InstantWalk<InvoiceFacts>;

/** The invoices that a body issued, the latest first. Whoever asks judges who may see them. */
export function listInvoices(
  context: Context,
  wanted: WantedInvoices,
  args: ConnectionArgs,
): Promise<Page<Invoice>> {
  const { walk, values } = readsOfInvoices(context, wanted);
  return readWalk(context, walk, values, args, facts => invoiceView(context, facts, 'STAFF'));
}

/** Put together from what was asked: no connection keeps a plan for every combination. */
export function readsOfInvoices(
  context: Pick<Context, 'clock'>,
  wanted: WantedInvoices,
): { readonly walk: Walk; readonly values: readonly unknown[] } {
  const { conditions, values } = conditionsOf(context, wanted);
  const { forwards, backwards, count } = walkByInstant<InvoiceFacts>('invoices', {
    columns: INVOICE_COLUMNS,
    from: `from invoice i ${INVOICE_JOINS} where ${conditions.join(' and ')}`,
    values: values.length,
    instant: 'i.issued_at',
    id: 'i.id',
  });
  const walk = {
    forwards: plannedAnew<InvoiceFacts & { id: string; place: string }>(forwards.text),
    backwards: plannedAnew<InvoiceFacts & { id: string; place: string }>(backwards.text),
    count: plannedAnew<{ count: number }>(count.text),
  };
  return { walk, values };
}

const NOTHING = 'false';

function conditionsOf(
  { clock }: Pick<Context, 'clock'>,
  { issuerId, timeZone, state, kind, membershipId, number, payerId }: WantedInvoices,
): { readonly conditions: readonly string[]; readonly values: readonly unknown[] } {
  const values: unknown[] = [issuerId];
  const bind = (value: unknown): string => `$${String(values.push(value))}`;
  const conditions = ['i.issuer_id = $1'];

  if (state !== null) conditions.push(stateInSql(state, 'i', () => bind(dayAt(timeZone, clock.now()))));
  if (kind !== null) conditions.push(`i.kind = ${bind(kind)}`);
  if (membershipId !== null) {
    const id: MembershipId | null = fromPublicId('Membership', membershipId);
    conditions.push(id === null ? NOTHING : `i.membership_id = ${bind(id)}`);
  }
  if (number !== null) {
    const read = readInvoiceNumber(number);
    conditions.push(
      read === null
        ? NOTHING
        : `i.fiscal_year = ${bind(read.fiscalYear)} and i.number = ${bind(read.number)}
           and (${bind(read.code)}::text is null or upper(h.facts ->> 'code') = $${String(values.length)})`,
    );
  }
  if (payerId !== null) {
    const payer = readPublicId(payerId);
    const column = payer && COLUMN_OF_PAYER.get(payer.kind);
    conditions.push(payer && column ? `i.${column} = ${bind(payer.id)}` : NOTHING);
  }
  return { conditions, values };
}

const COLUMN_OF_PAYER: ReadonlyMap<string, string> = new Map([
  ['Person', 'payer_person_id'],
  ['Organization', 'payer_organization_id'],
  ['Association', 'payer_association_id'],
]);

const ownInvoices = walkByInstant<InvoiceFacts>('invoices-of-viewer', {
  columns: INVOICE_COLUMNS,
  from: `from invoice i ${INVOICE_JOINS} where a.root_id = $2 and ${isOfPersons('= any ($1::uuid[])')}`,
  values: 2,
  instant: 'i.issued_at',
  id: 'i.id',
});

/** Who reads the invoices that `isOfPersons` finds: whoever owes none of it is the member. */
export const readerOfOwn =
  (context: Context): ReaderOf =>
  async invoice =>
    (await readerOf(context, invoice)) ?? 'MEMBER';

/** What the signed-in person owes, and what is about their own membership, the latest first. */
export async function listOwnInvoices(context: Context, args: ConnectionArgs): Promise<Page<Invoice>> {
  const reader = readerOfOwn(context);
  return readWalk(context, ownInvoices, await ownValues(context), args, facts =>
    invoiceView(context, facts, reader),
  );
}

/** How many there are. */
export async function countOwnInvoices(context: Context): Promise<number> {
  return (await context.db.read(ownInvoices.count, await ownValues(context)))[0]?.count ?? 0;
}

const ownValues = async (context: Context): Promise<readonly unknown[]> => [
  (await personsOfActor(context)).map(({ id }) => id),
  context.client?.rootId ?? null,
];

const ofOrganizations = walkOfEach<InvoiceFacts>('invoices-of-organizations', {
  columns: INVOICE_COLUMNS,
  from: owner => `from invoice i ${INVOICE_JOINS} where ${isOfOrganization(owner, '$2', '$4')}
    and ($3::uuid is null or i.issuer_id = $3)`,
  values: 3,
  instant: 'i.issued_at',
  id: 'i.id',
});

/** What an organization owes, the latest first; of one issuer alone where staff ask. Whoever asks judges who may see it. */
export const listInvoicesOfOrganization = (
  context: Context,
  organizationId: string,
  issuerId: string | null,
  args: ConnectionArgs,
): Promise<Page<Invoice>> =>
  readOwnedWalk(
    context,
    ofOrganizations,
    organizationId,
    [context.client?.rootId ?? null, issuerId],
    args,
    facts => invoiceView(context, facts, issuerId === null ? 'PAYER' : 'STAFF'),
  );

/** How many invoices an organization has. */
export const countInvoicesOfOrganization = (context: Context, organizationId: string): Promise<number> =>
  countOwned(context, ofOrganizations, organizationId, [context.client?.rootId ?? null, null]);
