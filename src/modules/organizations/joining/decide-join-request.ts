import type { JoinRequestId } from '../../../kernel/id.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../platform/graphql/invalid-input.ts';
import { personById, type PersonEntity } from '../../people/index.ts';
import { DELEGATE_ROLES, type DelegateRole } from '../delegate-role.ts';
import { demandRoom } from '../delegates/delegate-limit.ts';
import { isSuspended, refuseSuspended } from '../delegates/suspended-delegate.ts';
import { grantDelegations } from '../grant-delegations.ts';
import { actOnOrganization } from '../act-on-organization.ts';
import { nameOf } from '../name-of.ts';
import { tellPerson } from '../tell-person.ts';
import type { JoinDecision } from './join-decision.ts';
import { refuseOver, requestFor, type HeldRequest } from './join-request-access.ts';
import { joinRequestDecided } from './joining.mails.ts';

export interface DecideJoinRequest {
  readonly requestId: string;
  readonly decision: JoinDecision;
  /** What the person becomes; CONTACT where nothing is said. */
  readonly roles?: readonly DelegateRole[] | null;
  /** Told to the person; nothing is told where it is left out. */
  readonly reason?: string | null;
  readonly idempotencyKey: string | undefined;
}

interface Decided extends HeldRequest {
  readonly person: PersonEntity;
  /** Nothing for a refusal. */
  readonly roles: readonly DelegateRole[];
  readonly reason: string | null;
}

// Of many decisions at once exactly one finds it open.
const decide = statement<{ readonly id: string }>(
  'join-request-decide',
  `update join_request set ended_at = $2, ended_why = $3, reason = $4
   where id = $1 and ended_at is null and expires_at >= $2 returning id`,
);

/** Lets a person in at once, or refuses them; they are told by mail. */
export async function decideJoinRequest(
  context: Context,
  { idempotencyKey: key, ...input }: DecideJoinRequest,
): Promise<{ readonly id: JoinRequestId }> {
  return actOnOrganization(
    context,
    asked => judge(asked, input),
    { operation: 'decideJoinRequest', key, input },
    async (tx, decided) => {
      const { request, organization, roles, reason } = decided;
      const state = roles.length > 0 ? 'APPROVED' : 'REFUSED';
      const claimed = await within(tx, decide, [request.id, context.clock.now(), state, reason]);
      if (claimed.length === 0) await refuseOver(context, tx, request, 'DECIDER');
      await carryOut(context, tx, decided);
      await recordAudit(context, tx, {
        act: 'decideJoinRequest',
        subjectKind: 'Organization',
        subjectId: organization.id,
        associationId: organization.associationId,
        after: { requestId: request.id, personId: request.personId, state, roles },
      });
      return { id: request.id };
    },
  );
}

async function judge(
  context: Context,
  { requestId, decision, roles, reason }: Omit<DecideJoinRequest, 'idempotencyKey'>,
): Promise<Decided> {
  const held = await requestFor(context, requestId, 'DECIDER');
  const approves = decision === 'APPROVE';
  const given = roles ?? (approves ? ['CONTACT'] : []);
  const words = reason?.normalize('NFC').trim() ?? '';

  const issues = new InputIssues(context.wording);
  const blame = (field: string, sentence: string): void =>
    issues.add(field, InputIssueCode.NOT_ALLOWED, `organizations.joining.issue.${sentence}`);
  if (given.includes('PRINCIPAL')) blame('roles', 'principal');
  else if (approves && given.length === 0)
    issues.add('roles', InputIssueCode.REQUIRED, 'organizations.joining.issue.noRole');
  else if (!approves && given.length > 0) blame('roles', 'rolesOfRefusal');
  if (approves && words !== '') blame('reason', 'reasonOfApproval');
  issues.refuseIfAny();

  const person = await context.load(personById, held.request.personId);
  if (!person) throw new Error('a request names a person who is gone');
  return {
    ...held,
    person,
    roles: DELEGATE_ROLES.filter(role => given.includes(role)),
    reason: words === '' ? null : words,
  };
}

async function carryOut(
  context: Context,
  tx: Tx,
  { organization, association, person, roles, reason }: Decided,
): Promise<void> {
  if (roles.length > 0) {
    const of = { organizationId: organization.id, personId: person.id };
    // They may have come in another way since they asked, and been suspended.
    if (await isSuspended(context, tx, of)) refuseSuspended(context, association);
    await demandRoom(context, tx, { ...of, association });
    const accountId = person.accountId === null ? {} : { accountId: person.accountId };
    await grantDelegations(context, tx, { ...of, ...accountId, roles });
  }
  await tellPerson(context, tx, {
    personId: person.id,
    associationId: organization.associationId,
    letter: joinRequestDecided,
    values: locale => ({ organization: nameOf(organization, locale), roles, reason }),
  });
}
