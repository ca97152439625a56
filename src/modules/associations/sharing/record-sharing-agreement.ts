import { fromPublicId, newId, type AssociationId, type SharingAgreementId } from '../../../kernel/id.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { onceAfter } from '../../../platform/database/idempotency.ts';
import { statement } from '../../../platform/database/statement.ts';
import { Forbidden } from '../../../platform/graphql/faults.ts';
import { demandFreshSignIn } from '../../../platform/graphql/fresh-sign-in.ts';
import { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../platform/graphql/invalid-input.ts';
import { refuse } from '../../../platform/problem.ts';
import { associationInReach } from '../find-association.ts';
import { holdTree } from '../hold-tree.ts';
import { bodyForStaff } from '../staff-rights.ts';
import { SharingAgreementEntity } from './sharing-agreement.entity.ts';
import { isKeptOut, SHARED_KINDS, type SharedKind } from './sharing.policy.ts';
import { SharingAgreementStands } from './sharing.problems.ts';
import { treeOf } from './tree-of.ts';

export interface RecordSharingAgreement {
  /** Whose members are shared. */
  readonly associationId: string;
  readonly toAssociationId: string;
  readonly kinds: readonly SharedKind[];
  readonly purposeFr: string;
  readonly purposeEn: string;
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
  readonly idempotencyKey: string | undefined;
}

export const LONGEST_PURPOSE = 500;

type Wanted = Omit<SharingAgreementEntity, 'id'>;

const standing = statement<{ id: string }>(
  'sharing-agreement-standing',
  `select id from sharing_agreement where from_association_id = $1 and to_association_id = $2
     and ($4::timestamptz is null or from_at < $4) and (to_at is null or to_at > $3) limit 1`,
);

/** Lets the staff of a body above see something of the members of an independent one. Of many at once one does it. */
export const recordSharingAgreement = (
  context: Context,
  { idempotencyKey: key, ...input }: RecordSharingAgreement,
): Promise<SharingAgreementId> => {
  demandFreshSignIn(context);
  return onceAfter(
    context,
    () => judge(context, input),
    { operation: 'recordSharingAgreement', key, input },
    (tx, wanted) => add(context, tx, wanted),
  );
};

async function judge(
  context: Context,
  { associationId: publicId, toAssociationId, ...typed }: Omit<RecordSharingAgreement, 'idempotencyKey'>,
): Promise<Wanted> {
  const id = fromPublicId('Association', publicId);
  const body = id && (await bodyForStaff(context, 'MANAGE_SHARING', id));
  if (!body) throw new Forbidden('STAFF');

  const now = context.clock.now();
  const fromAt = typed.from ?? now;
  const issues = new InputIssues(context.wording);
  const above = await bodyAbove(context, body.id, toAssociationId);
  if (above === null)
    issues.add('toAssociationId', InputIssueCode.NOT_ALLOWED, 'associations.sharing.notAbove');
  if (!typed.kinds.includes('MEMBERS'))
    issues.add('kinds', InputIssueCode.REQUIRED, 'associations.sharing.members');
  const purposeFr = issues.requiredLine('purposeFr', typed.purposeFr, LONGEST_PURPOSE);
  const purposeEn = issues.requiredLine('purposeEn', typed.purposeEn, LONGEST_PURPOSE);
  if (fromAt < now) issues.add('from', InputIssueCode.NOT_ALLOWED, 'associations.sharing.past');
  if (typed.to !== undefined && typed.to <= fromAt)
    issues.add('to', InputIssueCode.NOT_ALLOWED, 'associations.sharing.order');
  issues.refuseIfAny();
  if (above === null) throw new Error('an agreement with nobody was let through');
  return {
    fromAssociationId: body.id,
    toAssociationId: above,
    kinds: SHARED_KINDS.filter(kind => typed.kinds.includes(kind)),
    purposeFr,
    purposeEn,
    fromAt,
    toAt: typed.to ?? null,
  };
}

/** A body above that independence keeps out; absent, elsewhere and within reach anyway are the same answer. */
async function bodyAbove(
  context: Context,
  below: AssociationId,
  publicId: string,
): Promise<AssociationId | null> {
  const id = fromPublicId('Association', publicId);
  const above = id && (await associationInReach(context, id));
  if (!above) return null;
  return isKeptOut(await context.load(treeOf, above.rootId), above.id, below) ? above.id : null;
}

async function add(context: Context, tx: Tx, wanted: Wanted): Promise<SharingAgreementId> {
  const { fromAssociationId, toAssociationId, fromAt, toAt, kinds, purposeFr, purposeEn } = wanted;
  await holdTree(tx, fromAssociationId);
  if ((await within(tx, standing, [fromAssociationId, toAssociationId, fromAt, toAt])).length > 0)
    refuse(new SharingAgreementStands());

  const id = newId<'SharingAgreement'>(context.clock, context.random);
  await tx.insert(SharingAgreementEntity, { id, ...wanted });
  await recordAudit(context, tx, {
    act: 'recordSharingAgreement',
    subjectKind: 'SharingAgreement',
    subjectId: id,
    associationId: fromAssociationId,
    after: { toAssociationId, kinds, purposeFr, purposeEn, fromAt, toAt },
  });
  return id;
}
