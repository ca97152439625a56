import { stopped } from '../../../kernel/clock.ts';
import { fromPublicId, type PersonId } from '../../../kernel/id.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { contextWithin } from '../../../platform/database/context-within.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { onceAfter } from '../../../platform/database/idempotency.ts';
import { statement } from '../../../platform/database/statement.ts';
import { demandFreshSignIn } from '../../../platform/graphql/fresh-sign-in.ts';
import { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { refuse } from '../../../platform/problem.ts';
import { holdAccount, openSignInAgain } from '../../accounts/index.ts';
import { associationInReach, mayAsStaff } from '../../associations/index.ts';
import { isOwnPerson, noteDeath, personById, type PersonEntity } from '../../people/index.ts';
import { holdMemberships } from '../hold-membership.ts';
import type { MembershipFacts } from '../membership-facts.ts';
import { membershipById, membershipsOfPerson } from '../membership.loaders.ts';
import { closingOf, isOverByDeath, openAgain } from './close-by-death.ts';
import { memberLives } from './death.mails.ts';
import { DeathRecordNotFound } from './death.problems.ts';
import { accountOfDead, closedBy, deathsOf, deathsOfPerson, type DeathFacts } from './death.rows.ts';
import { tellOtherBodies } from './tell-other-bodies.ts';

export const LONGEST_REASON = 500;

export interface WithdrawDeathRecord {
  readonly personId: string;
  readonly reason: string;
  readonly idempotencyKey: string | undefined;
}

interface Mistake {
  readonly person: PersonEntity;
  readonly record: DeathFacts;
  /** Of the tree in which it was recorded. */
  readonly rootId: string;
}

const withdraw = statement<{ readonly id: string }>(
  'death-record-withdraw',
  `update death_record set withdrawn_at = $2, withdrawal_reason = $3
   where id = $1 and withdrawn_at is null returning id`,
);

/** Corrects a death that was recorded by mistake: memberships and sign-in stand again as they were. */
export async function withdrawDeathRecord(
  context: Context,
  { idempotencyKey: key, ...input }: WithdrawDeathRecord,
): Promise<{ readonly personId: PersonId }> {
  demandFreshSignIn(context);
  return onceAfter(
    context,
    async () => ({ mistake: await find(context, input.personId), reason: readReason(context, input.reason) }),
    { operation: 'withdrawDeathRecord', key, input },
    async (tx, { mistake: { person, record, rootId }, reason }) => {
      if (person.accountId !== null) await holdAccount(tx, person.accountId);
      const closed = await closedBy(tx, record.id);
      await holdMemberships(tx, closed);
      const withdrawn = await within(tx, withdraw, [record.id, context.clock.now(), reason]);
      if (withdrawn.length === 0) refuse(new DeathRecordNotFound());

      const inside = contextWithin({ ...context, clock: stopped(context.clock) }, tx);
      for (const id of closed) {
        const membership = await inside.load(membershipById, id);
        if (membership) await openAgain(inside, tx, membership, record.recordedAt);
      }
      await reviveIn(inside, tx, { person, record, rootId }, closed);
      await recordAudit(context, tx, {
        act: 'withdrawDeathRecord',
        subjectKind: 'Person',
        subjectId: person.id,
        associationId: record.associationId,
        before: { diedOn: record.diedOn },
        after: { reason, reopened: closed },
      });
      return { personId: person.id };
    },
  );
}

/** For staff of the body whose office recorded it. */
async function find(context: Context, publicId: string): Promise<Mistake> {
  const id = fromPublicId('Person', publicId);
  const person = id && (await context.load(personById, id));
  if (!person || isOwnPerson(context, person)) return refuse(new DeathRecordNotFound());
  for (const record of await context.load(deathsOfPerson, person.id)) {
    const body = await associationInReach(context, record.associationId);
    if (body !== null && (await mayAsStaff(context, 'MANAGE_MEMBERSHIPS', body.id)))
      return { person, record, rootId: body.rootId };
  }
  return refuse(new DeathRecordNotFound());
}

function readReason({ wording }: Pick<Context, 'wording'>, typed: string): string {
  const issues = new InputIssues(wording);
  const reason = issues.requiredLine('reason', typed, LONGEST_REASON);
  issues.refuseIfAny();
  return reason;
}

/**
 * The person is written to again and signs in again, unless another body keeps the death on record; bodies that were
 * told hear of the mistake, whether they have recorded it since or not.
 */
async function reviveIn(
  context: Context,
  tx: Tx,
  { person, record, rootId }: Mistake,
  closed: readonly string[],
): Promise<void> {
  const personIds = await recordsOf(context, person, rootId);
  const held = (await Promise.all(personIds.map(id => context.load(membershipsOfPerson, id)))).flat();
  const [stands] = await deathsOf(context, personIds);
  await noteDeath(tx, personIds, stands?.diedOn ?? null);
  if (person.accountId !== null && stands === undefined) await openSignInAgain(tx, person.accountId);
  const told = (membership: MembershipFacts): boolean =>
    !closed.includes(membership.id) &&
    (isOverByDeath(context, membership) || closingOf(context, membership, record.diedOn) !== null);
  await tellOtherBodies(context, tx, {
    letter: memberLives,
    memberships: held.filter(told),
    recordedBy: record.associationId,
    day: record.diedOn,
  });
}

async function recordsOf(
  context: Context,
  { id, accountId }: PersonEntity,
  rootId: string,
): Promise<readonly PersonId[]> {
  if (accountId === null) return [id];
  const { kind, users } = await accountOfDead(context, accountId, rootId);
  return kind === 'INDIVIDUAL' ? users.map(user => user.id) : [id];
}
