import type { AccountId, AssociationId, BillToChangeId, InvoiceId } from '../../../../kernel/id.ts';
import { within, type Tx } from '../../../../platform/database/database.ts';
import { defineLoader, type Loader } from '../../../../platform/database/loader.ts';
import { statement } from '../../../../platform/database/statement.ts';
import { walkByInstant } from '../../../../platform/graphql/instant-walk.ts';
import { refuse } from '../../../../platform/problem.ts';
import type { BillTo } from '../new-invoice.ts';
import { ADDRESSEE_COLUMNS, addresseeValues, IS_ANOTHER_ADDRESSEE } from './addressee-columns.ts';
import { BillToChangeWaits } from './bill-to-change.problems.ts';

export interface BillToChangeFacts extends BillTo {
  readonly id: BillToChangeId;
  readonly issuerId: AssociationId;
  readonly invoiceId: InvoiceId;
  readonly askedAt: Date;
  readonly askedBy: AccountId;
  readonly approvedAt: Date | null;
  readonly declinedAt: Date | null;
}

const COLUMNS = `id, issuer_id as "issuerId", invoice_id as "invoiceId", name, attention, street, street2, city,
  province, postal_code as "postalCode", country, asked_at as "askedAt", asked_by as "askedBy",
  approved_at as "approvedAt", declined_at as "declinedAt"`;
const WAITS = 'approved_at is null and declined_at is null';

// The addressee that it has is nothing to wait for.
const add = statement<{ id: BillToChangeId }>(
  'bill-to-change-add',
  `insert into bill_to_change (invoice_id, asked_at, asked_by, ${ADDRESSEE_COLUMNS}, id, issuer_id)
   select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13 from bill_to b where ${IS_ANOTHER_ADDRESSEE}
   returning id`,
);
const readWaitingOf = statement<{ id: string }>(
  'bill-to-change-waiting',
  `select id from bill_to_change where invoice_id = $1 and ${WAITS}`,
);
// Of many decisions at once exactly one finds it waiting.
const approve = statement<{ id: string }>(
  'bill-to-change-approve',
  `update bill_to_change set approved_at = $2, approved_by = $3 where id = $1 and ${WAITS} returning id`,
);
const decline = statement<{ id: string }>(
  'bill-to-change-decline',
  `update bill_to_change set declined_at = $2, declined_by = $3 where id = $1 and ${WAITS} returning id`,
);
const readById = statement<BillToChangeFacts>(
  'bill-to-changes-by-id',
  `select ${COLUMNS} from bill_to_change where id = any ($1::uuid[])`,
);
const readWaiting = statement<BillToChangeFacts>(
  'bill-to-changes-waiting',
  `select ${COLUMNS} from bill_to_change where invoice_id = any ($1::uuid[]) and ${WAITS}`,
);

/** The latest one first; with `$2` those alone that wait. */
export const changesOfIssuer = walkByInstant<BillToChangeFacts>('bill-to-changes', {
  columns: COLUMNS,
  from: `from bill_to_change where issuer_id = $1 and (not $2::boolean or (${WAITS}))`,
  values: 2,
  instant: 'asked_at',
});

export const billToChangeById: Loader<string, BillToChangeFacts | null> = defineLoader(
  async ({ db }, ids: readonly string[]) => {
    const rows = await db.read(readById, [ids]);
    return ids.map(id => rows.find(row => row.id === id) ?? null);
  },
);

/** The one that waits for a decision about an invoice. */
export const waitingChangeOfInvoice: Loader<string, BillToChangeFacts | null> = defineLoader(
  async ({ db }, ids: readonly string[]) => {
    const rows = await db.read(readWaiting, [ids]);
    return ids.map(id => rows.find(row => row.invoiceId === id) ?? null);
  },
);

/** Refuses while a change of a held invoice waits: it would be put over whatever comes after it. */
export async function refuseWhileOneWaits(tx: Tx, invoiceId: InvoiceId): Promise<void> {
  if ((await within(tx, readWaitingOf, [invoiceId])).length > 0) refuse(new BillToChangeWaits());
}

/** False where the invoice is addressed like this already. */
export async function addBillToChange(
  tx: Tx,
  change: Pick<BillToChangeFacts, 'id' | 'issuerId' | 'invoiceId' | 'askedAt' | 'askedBy'> & {
    readonly billTo: BillTo;
  },
): Promise<boolean> {
  const { id, issuerId, invoiceId, askedAt, askedBy, billTo } = change;
  const values = [invoiceId, askedAt, askedBy, ...addresseeValues(billTo), id, issuerId];
  return (await within(tx, add, values)).length > 0;
}

/** Each is false where somebody has decided before. */
export const approveBillToChangeRow = async (tx: Tx, ...decided: Decided): Promise<boolean> =>
  (await within(tx, approve, decided)).length > 0;
export const declineBillToChangeRow = async (tx: Tx, ...decided: Decided): Promise<boolean> =>
  (await within(tx, decline, decided)).length > 0;

type Decided = readonly [id: BillToChangeId, at: Date, by: AccountId];
