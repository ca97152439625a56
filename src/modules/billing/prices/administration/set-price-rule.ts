import type { AssociationId, FeeItemId, MembershipClassId } from '../../../../kernel/id.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import { recordAudit } from '../../../../platform/audit/record-audit.ts';
import type { Context } from '../../../../platform/context.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { onceAfter } from '../../../../platform/database/idempotency.ts';
import { InputIssues } from '../../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../../platform/graphql/invalid-input.ts';
import { associationInReach, isAtOrBelow } from '../../../associations/index.ts';
import { membershipClassById } from '../../../memberships/index.ts';
import { FeeItemEntity } from '../fee-item.entity.ts';
import { addPriceRule, type NewPriceRule } from './add-price-rule.ts';
import { dayAfter } from './day-after.ts';
import { feeItemInCare } from './prices-in-care.ts';
import { readPrice, type TypedPrice } from './read-price.ts';

export interface SetPriceRule extends TypedPrice {
  readonly feeItemId: string;
  readonly from: LocalDate;
  /** The last day; null: with no end in sight. */
  readonly to: LocalDate | null;
  readonly idempotencyKey: string | undefined;
}

interface Wanted {
  readonly item: FeeItemEntity;
  readonly rule: NewPriceRule;
}

/** Says what a fee costs from a day on. What it cost until then stays on file, and explains what was invoiced. */
export const setPriceRule = (
  context: Context,
  { idempotencyKey: key, ...input }: SetPriceRule,
): Promise<FeeItemId> =>
  onceAfter(
    context,
    () => judge(context, input),
    { operation: 'setPriceRule', key, input },
    (tx, wanted) => put(context, tx, wanted),
  );

async function judge(
  context: Context,
  { feeItemId, from, to, ...typed }: Omit<SetPriceRule, 'idempotencyKey'>,
): Promise<Wanted> {
  const item = await feeItemInCare(context, feeItemId);
  const issues = new InputIssues(context.wording);
  const price = readPrice(item, typed, issues);
  await judgeClass(context, item.associationId, price.classId ?? null, issues);
  const toOn = dayAfter(from, to, issues);
  issues.refuseIfAny();
  return { item, rule: { ...price, fromOn: from, toOn } };
}

/** A body prices its own classes, and those of the bodies below it whose invoices carry its fee. */
export async function judgeClass(
  context: Context,
  associationId: AssociationId,
  classId: MembershipClassId | null,
  issues: InputIssues,
): Promise<void> {
  if (classId === null) return;
  const memberClass = await context.load(membershipClassById, classId);
  const known = memberClass && (await associationInReach(context, memberClass.associationId));
  if (known !== null && (await isAtOrBelow(context, known.id, associationId))) return;
  issues.add('classId', InputIssueCode.NOT_ALLOWED, 'billing.prices.issue.class');
}

async function put(context: Context, tx: Tx, { item, rule }: Wanted): Promise<FeeItemId> {
  // Held, so that of two versions that are set at once each sees the other.
  await tx.findOneOrFail(FeeItemEntity, { where: { id: item.id }, lock: { mode: 'for_no_key_update' } });
  const { id, ...facts } = await addPriceRule(context, tx, rule);
  await recordAudit(context, tx, {
    act: 'setPriceRule',
    subjectKind: 'FeeItem',
    subjectId: item.id,
    associationId: item.associationId,
    after: { priceRuleId: id, ...facts, cents: facts.cents?.toString() ?? null },
  });
  return item.id;
}
