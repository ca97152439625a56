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
import { TaxAccountingElectionEntity, type TaxRegistrationKind } from '../../taxes/index.ts';
import { beginVersion, TAX_ACCOUNTING_ELECTIONS } from './begin-version.ts';
import { changeElectionEnd, standingElection, type Elected } from './change-election-end.ts';
import { dayAfter } from './day-after.ts';
import { bodyWithPrices } from './prices-in-care.ts';
import { settledSince } from './settled-since.ts';

export interface RecordTaxAccountingElection {
  readonly issuerId: string;
  readonly supplierId: string;
  readonly kind: TaxRegistrationKind;
  readonly from: LocalDate;
  /** The last day, or the eve of the first to take one away; null: with no end in sight. */
  readonly to: LocalDate | null;
  readonly idempotencyKey: string | undefined;
}

// Waits for every invoice that is being issued and every journal that is being posted, and lets none begin meanwhile.
const holdIssuer = statement('tax-election-hold-issuer', 'select from association where id = $1 for update');
const holdSupplier = statement(
  'tax-election-hold-supplier',
  'select from association where id = $1 for key share',
);

/**
 * Records that a body and whoever bills for it elected that the issuer accounts for a tax, from a day on; for the first
 * day of one that stands, it changes that one's end, and the eve of that day takes it away. Who accounts for the tax of
 * an invoice was answered as it was issued: nothing changes before one, nor in a closed period.
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
      const { issuerId, supplierId } = elected;
      await holdBoth(tx, elected);
      const standing = await standingElection(tx, elected);
      const change = standing
        ? await changeElectionEnd(context, tx, elected, standing)
        : await begin(context, tx, elected);
      // The supplier no longer remits a tax that bears its number: its own trail says so as well.
      for (const associationId of [issuerId, supplierId])
        await recordAudit(context, tx, {
          act: 'recordTaxAccountingElection',
          subjectKind: 'Association',
          subjectId: associationId,
          associationId,
          ...change,
        });
      return issuerId;
    },
  );

/** In the order of their ids, so that two that each elect for the other do not wait for each other. */
async function holdBoth(tx: Tx, { issuerId, supplierId }: Elected): Promise<void> {
  for (const id of [issuerId, supplierId].sort())
    await within(tx, id === issuerId ? holdIssuer : holdSupplier, [id]);
}

async function begin(context: Context, tx: Tx, elected: Elected): Promise<{ readonly after: object }> {
  const { issuerId, supplierId, kind, fromOn: from, toOn: to } = elected;
  await judgeBeginning(context, tx, elected);
  const id = newId<'TaxAccountingElection'>(context.clock, context.random);
  const row = Object.assign(new TaxAccountingElectionEntity(), elected, { id, electedToOn: to });
  const restId = newId<'TaxAccountingElection'>(context.clock, context.random);
  const version = { values: [supplierId, issuerId, kind], from, to, restId };
  const older = await beginVersion(tx, TAX_ACCOUNTING_ELECTIONS, version, days =>
    tx.insert(TaxAccountingElectionEntity, Object.assign(row, { toOn: days.to })),
  );
  const cutShort = older && { id: older.id, wasToOn: older.to, toOn: from };
  return { after: { ...elected, id, toOn: row.toOn, electedToOn: to, ...(cutShort && { cutShort }) } };
}

async function judge(
  context: Context,
  { kind, from, ...input }: Omit<RecordTaxAccountingElection, 'idempotencyKey'>,
): Promise<Elected> {
  const issuerId = await bodyWithPrices(context, input.issuerId);
  const issues = new InputIssues(context.wording);
  const supplierId = await supplierOf(context, input.supplierId, issuerId);
  if (supplierId === null)
    issues.add('supplierId', InputIssueCode.NOT_ALLOWED, 'billing.prices.issue.electionSupplier');
  const isEve = input.to !== null && input.to < from && addDays(input.to, 1) === from;
  const toOn = isEve ? from : dayAfter(from, input.to, issues);
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

async function judgeBeginning(context: Context, tx: Tx, elected: Elected): Promise<void> {
  const issues = new InputIssues(context.wording);
  const settled = await settledSince(context, tx, elected, elected.fromOn);
  if (settled === 'closed') issues.add('from', InputIssueCode.NOT_ALLOWED, 'payments.issue.closed');
  else if (settled === 'billed')
    issues.add('from', InputIssueCode.NOT_ALLOWED, 'billing.prices.issue.electionBilled');
  if (elected.toOn === elected.fromOn)
    issues.add('to', InputIssueCode.NOT_ALLOWED, 'billing.prices.issue.order');
  issues.refuseIfAny();
}
