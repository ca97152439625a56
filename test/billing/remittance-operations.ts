import { parse } from 'csv-parse/sync';
import {
  toPublicId,
  type AssociationId,
  type InvoiceId,
  type PaymentId,
  type PersonId,
} from '../../src/kernel/id.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { Money } from '../../src/kernel/money.ts';
import { AssociationKind, StaffRole } from '../../src/modules/associations/index.ts';
import { receivePayment } from '../../src/modules/billing/payments/receive-payment.ts';
import { takeBackPayment } from '../../src/modules/billing/payments/returning/take-back-payment.ts';
import { givenPerson } from '../support/given/membership-world.ts';
import { givenOffice, type Office } from '../invitations/operations.ts';
import { mutationsOf } from '../support/mutations.ts';
import type { Asked, Portal } from '../support/portal.ts';
import { addBody, plain } from '../support/world.ts';
import { givenInvoice, line } from './given-invoices.ts';

interface Shown {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly amount: { readonly cents: number };
  readonly paidOn: string | null;
  readonly paymentReference: string | null;
  readonly reversalReason: string | null;
  readonly viewerCan: Readonly<Record<'approve' | 'markPaid' | 'reverse', boolean>>;
}

export interface Result {
  readonly __typename: string;
  readonly message: string;
  readonly batch: Shown;
  readonly carried: { readonly cents: number };
  readonly state: string;
  readonly throughOn: string;
  readonly exportJob: { readonly id: string };
  readonly ledger: { readonly openFrom: string | null };
  readonly issues: readonly { readonly path: readonly string[]; readonly message: string }[];
}

const BATCH = `{ id kind state amount { cents } paidOn paymentReference reversalReason
  viewerCan { approve markPaid reverse } }`;

export const { send, perform } = mutationsOf<
  | 'startExport'
  | 'prepareRemittance'
  | 'claimFromBody'
  | 'approveRemittance'
  | 'markRemittancePaid'
  | 'reverseRemittance'
  | 'closePeriod',
  Result
>(
  {
    startExport: '... on StartExportSuccess { exportJob { id } }',
    prepareRemittance: `... on PrepareRemittanceSuccess { batch ${BATCH} } ... on BodyOwesMore { carried { cents } }`,
    claimFromBody: `... on ClaimFromBodySuccess { batch ${BATCH} }`,
    approveRemittance: `... on ApproveRemittanceSuccess { batch ${BATCH} } ... on RemittanceMovedOn { state }`,
    markRemittancePaid: `... on MarkRemittancePaidSuccess { batch ${BATCH} } ... on RemittanceMovedOn { state }`,
    reverseRemittance: `... on ReverseRemittanceSuccess { batch ${BATCH} } ... on RemittanceMovedOn { state }`,
    closePeriod: '... on ClosePeriodSuccess { ledger { openFrom } } ... on PeriodClosedAlready { throughOn }',
  },
  '... on Problem { message } ... on InvalidInput { issues { path message } }',
);

let bodies = 0;
/** A body below ICU to which nobody else in this file remits, with a treasurer of its own. */
export async function newBody(
  portal: Portal,
  independent = true,
): Promise<{ readonly id: AssociationId; readonly code: string; readonly office: Office }> {
  const code = `inst${String(++bodies)}`;
  const body = await portal.parts.db.transaction(tx =>
    addBody(portal.parts, tx, {
      ...plain(code, `Institut ${String(bodies)}`),
      parent: portal.world.icu.association,
      kind: AssociationKind.INSTITUTE,
      independent,
    }),
  );
  return {
    id: body.association.id,
    code,
    office: await givenOffice(portal, { body, role: StaffRole.FINANCE }),
  };
}

export const publicIdOf = (id: AssociationId): string => toPublicId('Association', id);

/** Lines of an invoice by their suppliers, 200.00 with 10.00 of GST and 19.95 of QST each, billed by the book. */
export async function givenPaid(
  portal: Portal,
  bookId: AssociationId,
  suppliers: readonly AssociationId[],
  wanted: { readonly on?: string; readonly cents?: number; readonly description?: string } = {},
): Promise<PaymentId> {
  const { clock, parts } = portal;
  const person = await givenPerson(portal, { associationId: bookId });
  const payer: { personId: PersonId } = { personId: person.id };
  const { description = 'Frais de dossier' } = wanted;
  const descriptions = { fr: description, en: description };
  const lines = suppliers.map(supplier => line(supplier, { descriptions }));
  const { id } = await givenInvoice(portal, bookId, payer, { lines });
  const invoiceIds: InvoiceId[] = [id];
  const { paymentId } = await parts.db.transaction(tx =>
    receivePayment(parts, tx, {
      receiverId: bookId,
      method: 'TRANSFER',
      amount: Money.cad(wanted.cents ?? suppliers.length * 229_95),
      payer,
      payerName: 'Zoé L’Écuyer',
      invoiceIds,
      receivedAt: clock.now(),
      receivedOn: localDate(wanted.on ?? '2026-11-22'),
      recordedBy: null,
    }),
  );
  return paymentId;
}

/** A cheque comes back without funds. */
export const returned = (portal: Portal, paymentId: PaymentId, on = '2026-11-22'): Promise<unknown> =>
  portal.parts.db.transaction(tx =>
    takeBackPayment(portal.parts, tx, {
      paymentId,
      kind: 'RECALLED',
      returnedOn: localDate(on),
      recordedBy: null,
    }),
  );

/** The balances of a book as `OWED oppi: -20000`, by the codes of the bodies. */
export async function balances(portal: Portal, filter: object, asked: Asked, on?: string): Promise<string[]> {
  const { data, errors } = await portal.graphql<{
    ledger: {
      balances: {
        account: string;
        tax: string | null;
        amount: { cents: number };
        body: { code: string } | null;
      }[];
    };
  }>(
    `query ($filter: LedgerFilter!, $on: Date) { ledger(filter: $filter) { balances(on: $on) {
       account tax amount { cents } body { code } } } }`,
    { filter, on },
    asked,
  );
  if (errors.length > 0) return [String(errors[0]?.extensions.code)];
  return data.ledger.balances
    .filter(({ amount }) => amount.cents !== 0)
    .map(
      ({ account, tax, amount, body }) =>
        `${[account, body?.code, tax].filter(Boolean).join(' ')}: ${String(amount.cents)}`,
    )
    .sort();
}

interface EntryShown {
  readonly kind: string;
  readonly account: string;
  readonly tax: string | null;
  readonly amount: { readonly cents: number };
  readonly occurredOn: string;
  readonly postedOn: string;
  readonly causeId: string | null;
  readonly line: { readonly invoiceNumber: string; readonly description: string } | null;
  readonly body: { readonly code: string } | null;
}

const ENTRIES = `totalCount pageInfo { hasNextPage endCursor hasPreviousPage startCursor } nodes { kind account tax
  amount { cents } occurredOn postedOn causeId line { invoiceNumber description } body { code } }`;

export interface Entries {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly nodes: readonly EntryShown[];
}

export async function entries(
  portal: Portal,
  filter: object,
  asked: Asked,
  page: object = {},
): Promise<Entries> {
  const { data } = await portal.graphql<{ ledger: { entries: Entries } }>(
    `query ($filter: LedgerFilter!, $first: Int, $after: String, $last: Int, $before: String) { ledger(filter: $filter) {
       entries(first: $first, after: $after, last: $last, before: $before) { ${ENTRIES} } } }`,
    { filter, ...page },
    asked,
  );
  return data.ledger.entries;
}

export interface BatchSeen {
  readonly id: string;
  readonly state: string;
  readonly stateLabel: string;
  readonly book: { readonly code: string };
  readonly body: { readonly code: string };
  readonly shares: readonly { account: string; tax: string | null; amount: { cents: number } }[];
  readonly entries: Entries;
}

/** The batches on one side of an association, or the fault. */
export async function batches(
  portal: Portal,
  associationId: string,
  side: 'BOOK' | 'BODY',
  asked: Asked,
): Promise<readonly BatchSeen[] | string> {
  const { data, errors } = await portal.graphql<{ remittanceBatches: { nodes: BatchSeen[] } }>(
    `query ($filter: RemittanceBatchFilter!) { remittanceBatches(filter: $filter) { totalCount nodes { id state
       stateLabel book { code } body { code } shares { account tax amount { cents } } entries { ${ENTRIES} } } } }`,
    { filter: { associationId, side } },
    asked,
  );
  return errors.length > 0 ? String(errors[0]?.extensions.code) : data.remittanceBatches.nodes;
}

/** A table as it is fetched once a worker has written it. */
export async function table(
  portal: Portal,
  wanted: object,
  asked: Asked,
): Promise<{ readonly names: readonly string[]; readonly rows: readonly string[][] }> {
  const started = await perform(portal, 'startExport', wanted, asked);
  if (started.__typename !== 'StartExportSuccess') throw new Error(JSON.stringify(started));
  await portal.runDue();
  const { data } = await portal.graphql<{ exportJob: { link: { url: string } } }>(
    'query ($id: ID!) { exportJob(id: $id) { link { url } } }',
    { id: started.exportJob.id },
    asked,
  );
  const { pathname, search } = new URL(data.exportJob.link.url);
  const text = await (await fetch(`${portal.url}${pathname}${search}`)).text();
  const delimiter = asked.locale === 'en-CA' ? ',' : ';';
  const [names = [], ...rows] = parse(text, { bom: true, delimiter });
  return { names, rows };
}
