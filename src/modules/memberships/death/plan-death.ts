import { dayAt } from '../../../kernel/deadline.ts';
import { fromPublicId, type AccountId, type AssociationId, type PersonId } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Context } from '../../../platform/context.ts';
import { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../platform/graphql/invalid-input.ts';
import { refuse } from '../../../platform/problem.ts';
import { HolderHasRightsElsewhere } from '../../accounts/index.ts';
import { associationInReach, hasRightsElsewhere, mayAsStaff } from '../../associations/index.ts';
import { isOwnPerson, personById, PersonNotFound, type PersonEntity } from '../../people/index.ts';
import type { MembershipFacts } from '../membership-facts.ts';
import { membershipsOfPerson } from '../membership.loaders.ts';
import type { MembershipChange } from '../money.ports.ts';
import { closingOf } from './close-by-death.ts';
import { isBarred, type DeathInHistory } from './death.policy.ts';
import { DeathOnRecord } from './death.problems.ts';
import { accountOfDead, deathsOf, type DeathFacts } from './death.rows.ts';

export interface ClosingMembership {
  readonly membership: MembershipFacts;
  readonly closing: DeathInHistory;
}

export type AccountOfDead = 'NONE' | 'BARRED' | 'KEPT';

/** All that a death brings about. */
export interface DeathPlan {
  readonly person: PersonEntity;
  /** Whose office records it. */
  readonly associationId: AssociationId;
  readonly diedOn: LocalDate;
  /** Their records in this tree: one account that is nobody else's tells that they are the same person. */
  readonly personIds: readonly PersonId[];
  /** What other bodies put on record before. */
  readonly onRecord: readonly DeathFacts[];
  /** Ended here. */
  readonly closes: readonly ClosingMembership[];
  /** In force at bodies where the signed-in person is not staff: those are told, and decide themselves. */
  readonly elsewhere: readonly MembershipFacts[];
  readonly accountId: AccountId | null;
  readonly account: AccountOfDead;
}

/** Reads what a death changes, for staff of the body that keeps the record or of one where the person is a member. */
export async function planDeath(
  context: Context,
  { personId, diedOn }: { readonly personId: string; readonly diedOn: LocalDate },
): Promise<DeathPlan> {
  const id = fromPublicId('Person', personId);
  const person = id && (await context.load(personById, id));
  const body = person && (await associationInReach(context, person.associationId));
  if (!person || !body) return refuse(new PersonNotFound());
  const { personIds, account } = await whoDied(context, person, body.rootId);
  const held = await membershipsIn(context, personIds);
  const bodies = [person.associationId, ...held.map(({ associationId }) => associationId)];
  const inCare = await inCareAmong(context, bodies);
  const [atFirst] = inCare;
  if (atFirst === undefined || isOwnPerson(context, person)) return refuse(new PersonNotFound());

  const closings = held.flatMap(membership => {
    const closing = closingOf(context, membership, diedOn);
    return closing === null ? [] : [{ membership, closing }];
  });
  const closes = closings.filter(({ membership }) => inCare.has(membership.associationId));
  const onRecord = await deathsOf(context, personIds);
  const associationId = onRecord.length === 0 ? atFirst : alsoRecording({ person, closes, onRecord }, inCare);
  judgeDay(context, diedOn, body.timeZone);
  const { accountId } = person;
  // Of an account that the first record has barred nothing more is taken.
  const bars = accountId !== null && account === 'BARRED' && onRecord.length === 0;
  if (bars && (await hasRightsElsewhere(context, accountId))) refuse(new HolderHasRightsElsewhere());

  const elsewhere = closings
    .map(({ membership }) => membership)
    .filter(({ associationId: at }) => !inCare.has(at));
  return {
    ...{ person, associationId, diedOn, personIds, onRecord, closes, accountId, account },
    // Whoever recorded it first has told them.
    elsewhere: onRecord.length === 0 ? elsewhere : [],
  };
}

/** After another body recorded it: one that did not, and keeps the person's record or has a membership to end. */
function alsoRecording(
  { person, closes, onRecord }: Pick<DeathPlan, 'person' | 'closes' | 'onRecord'>,
  inCare: ReadonlySet<AssociationId>,
): AssociationId {
  const concerned = [person.associationId, ...closes.map(({ membership }) => membership.associationId)];
  const found = concerned.find(
    one => inCare.has(one) && !onRecord.some(({ associationId }) => associationId === one),
  );
  const [first] = onRecord;
  const own = onRecord.find(({ associationId }) => inCare.has(associationId)) ?? first;
  if (own === undefined) throw new Error('another body recorded it before');
  return found ?? refuse(new DeathOnRecord(own.diedOn));
}

/** The changes as whoever bills them sees them. */
export const changesOf = ({ closes }: Pick<DeathPlan, 'closes'>): readonly MembershipChange[] =>
  closes.map(({ membership, closing }) => ({
    kind: 'DEATH',
    membershipId: membership.id,
    on: closing.closesOn,
  }));

async function whoDied(
  context: Context,
  { id, accountId }: PersonEntity,
  rootId: string,
): Promise<Pick<DeathPlan, 'personIds' | 'account'>> {
  if (accountId === null) return { personIds: [id], account: 'NONE' };
  const { kind, users } = await accountOfDead(context, accountId, rootId);
  const survivors = users.filter(user => user.id !== id && user.diedOn === null).length;
  return {
    personIds: kind === 'INDIVIDUAL' ? users.map(user => user.id) : [id],
    account: isBarred({ kind, survivors }) ? 'BARRED' : 'KEPT',
  };
}

const membershipsIn = async (
  context: Context,
  personIds: readonly PersonId[],
): Promise<readonly MembershipFacts[]> =>
  (await Promise.all(personIds.map(id => context.load(membershipsOfPerson, id)))).flat();

async function inCareAmong(
  context: Context,
  bodies: readonly AssociationId[],
): Promise<ReadonlySet<AssociationId>> {
  const all = [...new Set(bodies)];
  const may = await Promise.all(all.map(id => mayAsStaff(context, 'MANAGE_MEMBERSHIPS', id)));
  return new Set(all.filter((_, i) => may[i]));
}

function judgeDay({ clock, wording }: Context, diedOn: LocalDate, zone: string): void {
  const issues = new InputIssues(wording);
  if (diedOn > dayAt(zone, clock.now()))
    issues.add('diedOn', InputIssueCode.NOT_ALLOWED, 'memberships.death.issue.day');
  issues.refuseIfAny();
}
