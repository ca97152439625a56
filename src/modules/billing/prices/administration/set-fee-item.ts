import type { FeeItemId } from '../../../../kernel/id.ts';
import { recordAudit } from '../../../../platform/audit/record-audit.ts';
import type { Context } from '../../../../platform/context.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { onceAfter } from '../../../../platform/database/idempotency.ts';
import { InputIssues } from '../../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../../platform/graphql/invalid-input.ts';
import { refuse } from '../../../../platform/problem.ts';
import { FeeItemEntity } from '../fee-item.entity.ts';
import { addFeeItem, faultOf, type NewFeeItem } from './add-fee-item.ts';
import { FeeItemStands } from './administration.problems.ts';
import { bodyWithPrices } from './prices-in-care.ts';

export interface SetFeeItem extends Omit<NewFeeItem, 'associationId'> {
  readonly associationId: string;
  readonly idempotencyKey: string | undefined;
}

export const LONGEST_NAME = 100;
const CODE = /^[A-Z][A-Z0-9_]{0,39}$/;

/** Puts a fee on the list of a body, or gives the one of that code other names; what it is stays what it is. */
export const setFeeItem = (
  context: Context,
  { idempotencyKey: key, ...input }: SetFeeItem,
): Promise<FeeItemId> =>
  onceAfter(
    context,
    () => judge(context, input),
    { operation: 'setFeeItem', key, input },
    (tx, wanted) => put(context, tx, wanted),
  );

async function judge(context: Context, input: Omit<SetFeeItem, 'idempotencyKey'>): Promise<NewFeeItem> {
  const associationId = await bodyWithPrices(context, input.associationId);
  const issues = new InputIssues(context.wording);
  const code = input.code.trim().toUpperCase();
  if (!CODE.test(code)) issues.add('code', InputIssueCode.BAD_FORMAT, 'billing.prices.issue.code');
  const nameFr = issues.requiredLine('nameFr', input.nameFr, LONGEST_NAME);
  const nameEn = issues.requiredLine('nameEn', input.nameEn, LONGEST_NAME);
  const fault = faultOf(input);
  if (fault !== null) issues.add(fault, InputIssueCode.NOT_ALLOWED, `billing.prices.issue.${fault}`);
  issues.refuseIfAny();
  return { ...input, associationId, code, nameFr, nameEn };
}

async function put(context: Context, tx: Tx, wanted: NewFeeItem): Promise<FeeItemId> {
  const { associationId, code, nameFr, nameEn } = wanted;
  const found = await tx.findOne(FeeItemEntity, {
    where: { associationId, code },
    lock: { mode: 'for_no_key_update' },
  });
  if (found && !isAlike(found, wanted)) refuse(new FeeItemStands());
  const row = found ?? (await addFeeItem(context, tx, wanted));
  await tx.update(FeeItemEntity, { id: row.id }, { nameFr, nameEn });
  await recordAudit(context, tx, {
    act: 'setFeeItem',
    subjectKind: 'FeeItem',
    subjectId: row.id,
    associationId,
    before: found && { nameFr: found.nameFr, nameEn: found.nameEn },
    after: { ...wanted },
  });
  return row.id;
}

const FIXED = ['kind', 'taxTreatment', 'charged', 'effect', 'settlement', 'priceDay', 'taxDay'] as const;

const isAlike = (row: FeeItemEntity, wanted: NewFeeItem): boolean =>
  FIXED.every(field => row[field] === wanted[field]);
