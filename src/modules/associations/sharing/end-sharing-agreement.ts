import { fromPublicId, type SharingAgreementId } from '../../../kernel/id.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { onceAfter } from '../../../platform/database/idempotency.ts';
import { statement } from '../../../platform/database/statement.ts';
import { demandFreshSignIn } from '../../../platform/graphql/fresh-sign-in.ts';
import { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../platform/graphql/invalid-input.ts';
import { refuse } from '../../../platform/problem.ts';
import { mayAsStaff } from '../staff-rights.ts';
import type { SharingAgreementEntity } from './sharing-agreement.entity.ts';
import { sharingAgreementById } from './sharing-agreement.rows.ts';
import { SharingAgreementEnded, SharingAgreementNotFound } from './sharing.problems.ts';

export interface EndSharingAgreement {
  readonly sharingAgreementId: string;
  /** Now when left out. */
  readonly at?: Date | undefined;
  readonly idempotencyKey: string | undefined;
}

interface Ending {
  readonly agreement: SharingAgreementEntity;
  readonly at: Date;
}

// One that has not begun ends as it begins, so that it never held.
const end = statement<{ toAt: Date }>(
  'sharing-agreement-end',
  `update sharing_agreement set to_at = greatest(from_at, $2::timestamptz)
   where id = $1 and (to_at is null or to_at > greatest(from_at, $2::timestamptz)) returning to_at as "toAt"`,
);

/** Ends what a body lets one above it see: its own decision, whatever the other one thinks of it. */
export const endSharingAgreement = (
  context: Context,
  { idempotencyKey: key, ...input }: EndSharingAgreement,
): Promise<SharingAgreementId> => {
  demandFreshSignIn(context);
  return onceAfter(
    context,
    () => judge(context, input),
    { operation: 'endSharingAgreement', key, input },
    (tx, ending) => finish(context, tx, ending),
  );
};

async function judge(
  context: Context,
  { sharingAgreementId, at: wished }: Omit<EndSharingAgreement, 'idempotencyKey'>,
): Promise<Ending> {
  const id = fromPublicId('SharingAgreement', sharingAgreementId);
  const agreement = id && (await context.load(sharingAgreementById, id));
  if (!agreement || !(await mayAsStaff(context, 'MANAGE_SHARING', agreement.fromAssociationId)))
    refuse(new SharingAgreementNotFound());

  const now = context.clock.now();
  const at = wished ?? now;
  const issues = new InputIssues(context.wording);
  if (at < now) issues.add('at', InputIssueCode.NOT_ALLOWED, 'associations.sharing.past');
  issues.refuseIfAny();
  return { agreement, at };
}

async function finish(
  context: Context,
  tx: Tx,
  { agreement: { id, fromAssociationId, toAt: before }, at }: Ending,
): Promise<SharingAgreementId> {
  const [ended] = await within(tx, end, [id, at]);
  if (!ended) refuse(new SharingAgreementEnded());
  await recordAudit(context, tx, {
    act: 'endSharingAgreement',
    subjectKind: 'SharingAgreement',
    subjectId: id,
    associationId: fromAssociationId,
    before: { toAt: before },
    after: { toAt: ended.toAt },
  });
  return id;
}
