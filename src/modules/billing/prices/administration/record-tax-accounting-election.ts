import { fromPublicId, newId, type AssociationId } from '../../../../kernel/id.ts';
import { addDays, type LocalDate } from '../../../../kernel/local-date.ts';
import { recordAudit } from '../../../../platform/audit/record-audit.ts';
import type { Context } from '../../../../platform/context.ts';
import { within, type Tx } from '../../../../platform/database/database.ts';
import { onceAfter } from '../../../../platform/database/idempotency.ts';
import { statement } from '../../../../platform/database/statement.ts';
import { InputIssues } from '../../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../../platform/graphql/invalid-input.ts';
import { associationInReach, isAtOrBelow } from '../../../associations/index.ts';
import { closedThrough } from '../../ledger/closing/closed-through.ts';
import { TaxAccountingElectionEntity, type TaxRegistrationKind } from '../../taxes/index.ts';
import { beginVersion, TAX_ACCOUNTING_ELECTIONS } from './begin-version.ts';
import { dayAfter } from './day-after.ts';
import { bodyWithPrices } from './prices-in-care.ts';

export interface RecordTaxAccountingElection {
  readonly issuerId: string;
  readonly supplierId: string;
  readonly kind: TaxRegistrationKind;
  readonly from: LocalDate;
  /** The last day; null: with no end in sight. */
  readonly to: LocalDate | null;
  readonly idempotencyKey: string | undefined;
}

type Elected = Omit<TaxAccountingElectionEntity, 'id'>;

// Waits for every invoice that is being issued and every journal that is being posted, and lets none begin meanwhile.
const hold = statement('tax-election-hold-issuer', 'select from association where id = $1 for update');

const findBilled = statement<{ readonly one: number }>(
  'tax-election-billed-since',
  `select 1 as one from invoice i where i.issuer_id = $1 and i.issued_at >= $3 and i.issued_on >= $4
     and exists (select from invoice_line l where l.invoice_id = i.id and l.supplier_id = $2)
   limit 1`,
);

/**
 * Records that a body and whoever bills for it elected that the issuer accounts for a tax, from a day on. Who accounts
 * for the tax of an invoice was answered as it was issued: no election begins before one, nor in a closed period.
 */
export const recordTaxAccountingElection = (
  context: Context,
  { idempotencyKey: key, ...input }: RecordTaxAccountingElection,
): Promise<AssociationId> =>
  onceAfter(
    context,
    () => judge(context, input),
    { operation: 'recordTaxAccountingElection', key, input },
    async (tx, elected) => {
      const { issuerId, supplierId, kind, fromOn: from, toOn: to } = elected;
      await within(tx, hold, [issuerId]);
      await judgeBeginning(context, tx, elected);
      const id = newId<'TaxAccountingElection'>(context.clock, context.random);
      const row = Object.assign(new TaxAccountingElectionEntity(), elected, { id });
      const restId = newId<'TaxAccountingElection'>(context.clock, context.random);
      const version = { values: [supplierId, issuerId, kind], from, to, restId };
      await beginVersion(tx, TAX_ACCOUNTING_ELECTIONS, version, days =>
        tx.insert(TaxAccountingElectionEntity, Object.assign(row, { toOn: days.to })),
      );
      await recordAudit(context, tx, {
        act: 'recordTaxAccountingElection',
        subjectKind: 'Association',
        subjectId: issuerId,
        associationId: issuerId,
        after: { ...elected, id, toOn: row.toOn },
      });
      return issuerId;
    },
  );

async function judge(
  context: Context,
  { kind, from, ...input }: Omit<RecordTaxAccountingElection, 'idempotencyKey'>,
): Promise<Elected> {
  const issuerId = await bodyWithPrices(context, input.issuerId);
  const issues = new InputIssues(context.wording);
  const supplierId = await supplierOf(context, input.supplierId, issuerId);
  if (supplierId === null)
    issues.add('supplierId', InputIssueCode.NOT_ALLOWED, 'billing.prices.issue.electionSupplier');
  const toOn = dayAfter(from, input.to, issues);
  issues.refuseIfAny();
  return { issuerId, supplierId: supplierId ?? issuerId, kind, fromOn: from, toOn };
}

/** Of the issuer's line of the tree, as those for whom it bills. */
async function supplierOf(
  context: Context,
  publicId: string,
  issuerId: AssociationId,
): Promise<AssociationId | null> {
  const id = fromPublicId('Association', publicId);
  const body = id && (await associationInReach(context, id));
  if (!body || body.id === issuerId) return null;
  const isOfTheLine =
    (await isAtOrBelow(context, body.id, issuerId)) || (await isAtOrBelow(context, issuerId, body.id));
  return isOfTheLine ? body.id : null;
}

async function judgeBeginning(
  context: Context,
  tx: Tx,
  { issuerId, supplierId, fromOn }: Elected,
): Promise<void> {
  const issues = new InputIssues(context.wording);
  const closed = await closedThrough(context.db.joining(tx), issuerId);
  // Wherever the issuer is, the day has not begun by then: it lets the index find the invoices.
  const before = new Date(`${addDays(fromOn, -1)}T00:00:00Z`);
  if (closed !== null && fromOn <= closed)
    issues.add('from', InputIssueCode.NOT_ALLOWED, 'payments.issue.closed');
  else if ((await within(tx, findBilled, [issuerId, supplierId, before, fromOn])).length > 0)
    issues.add('from', InputIssueCode.NOT_ALLOWED, 'billing.prices.issue.electionBilled');
  issues.refuseIfAny();
}
