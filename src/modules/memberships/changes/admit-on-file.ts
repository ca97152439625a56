import { stopped } from '../../../kernel/clock.ts';
import { fromPublicId, toPublicId, type AssociationId, type MembershipId } from '../../../kernel/id.ts';
import { dayAt } from '../../../kernel/deadline.ts';
import { addDays, type LocalDate } from '../../../kernel/local-date.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { contextWithin } from '../../../platform/database/context-within.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { onceAfter } from '../../../platform/database/idempotency.ts';
import { statement } from '../../../platform/database/statement.ts';
import { violates } from '../../../platform/database/violation.ts';
import { Forbidden, ServiceBusy } from '../../../platform/graphql/faults.ts';
import { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../platform/graphql/invalid-input.ts';
import { refuse } from '../../../platform/problem.ts';
import { associationById, bodyForStaff } from '../../associations/index.ts';
import {
  holdOrganizations,
  organizationById,
  OrganizationNotFound,
  rightsOn,
} from '../../organizations/index.ts';
import { personFor } from '../../people/index.ts';
import { admitMember } from '../admit-member.ts';
import type { MembershipClassFacts } from '../membership-facts.ts';
import { membershipById, membershipClassById } from '../membership.loaders.ts';
import { HOLDER_KINDS } from '../membership-words.ts';
import { membershipMoney, type MemberHolder, type MoneyEffect, type NewMembership } from '../money.ports.ts';
import { sameHuman } from '../same-human.ts';
import { demandShownEffect } from '../shown-effect.ts';
import { MemberNumberTaken } from '../transfers/transfer.problems.ts';
import { AlreadyMember } from './changes.problems.ts';
import type { Confirmed } from './change-membership.ts';
import { isForLife } from './life-terms.ts';
import { tellAdmitted } from './changes.notices.ts';
import { CHANGE_DAYS } from './read-change.ts';

export interface TypedAdmission {
  readonly associationId: string;
  readonly personId?: string | null | undefined;
  readonly organizationId?: string | null | undefined;
  readonly classId: string;
  readonly on: LocalDate;
  /** The next free one where none is given. */
  readonly memberNumber?: string | null | undefined;
}

interface Admission extends Omit<NewMembership, 'kind'> {
  readonly memberClass: MembershipClassFacts;
  readonly memberNumber: string | null;
}

/** What admitting somebody would cost, before anybody confirms. */
export interface PreviewedAdmission {
  readonly on: LocalDate;
  readonly memberClass: MembershipClassFacts;
  readonly effect: MoneyEffect;
}

const LONGEST_NUMBER = 40;

/** Staff: makes somebody on file a member. Of many at once one does it; a first term comes when it is paid or granted. */
export const admitOnFile = (
  context: Context,
  typed: TypedAdmission,
  { shownTotalCents, idempotencyKey: key }: Confirmed,
): Promise<string> =>
  onceAfter(
    context,
    () => judge(context, typed),
    { operation: 'admitMember', key, input: { ...typed, shownTotalCents } },
    async (tx, wanted) => toPublicId('Membership', await admit(context, tx, wanted, shownTotalCents)),
  );

/** The same judgement, and nothing is written. */
export async function previewAdmission(context: Context, typed: TypedAdmission): Promise<PreviewedAdmission> {
  const wanted = await judge(context, typed);
  const [held] = await context.db.read(heldAlready, holderValues(wanted));
  if (held) return refuse(new AlreadyMember(held.id));
  const { on, memberClass } = wanted;
  return {
    on,
    memberClass,
    effect: await context.ports.of(membershipMoney).effectOf(context, entryOf(wanted)),
  };
}

const entryOf = ({ associationId, holder, toClassId, on }: Admission): NewMembership => ({
  kind: 'ADMISSION',
  associationId,
  holder,
  toClassId,
  on,
});

async function judge(context: Context, typed: TypedAdmission): Promise<Admission> {
  const id = fromPublicId('Association', typed.associationId);
  const body = id && (await bodyForStaff(context, 'MANAGE_MEMBERSHIPS', id));
  if (!body) throw new Forbidden('STAFF');

  const issues = new InputIssues(context.wording);
  const holder = await holderOf(context, issues, typed, body.id);
  const memberClass = await classOf(context, issues, typed, body.id);
  const today = dayAt(body.timeZone, context.clock.now());
  if (typed.on < addDays(today, -CHANGE_DAYS) || typed.on > addDays(today, CHANGE_DAYS))
    blame(issues, 'on', 'day');
  const memberNumber = issues.line('memberNumber', typed.memberNumber, LONGEST_NUMBER);
  issues.refuseIfAny();
  if (holder === null || memberClass === null) throw new Error('what was blamed was let through');
  const { on } = typed;
  return { associationId: body.id, holder, memberClass, toClassId: memberClass.id, on, memberNumber };
}

const blame = (issues: InputIssues, field: string, sentence: string): void =>
  issues.add(field, InputIssueCode.NOT_ALLOWED, `memberships.change.${sentence}`);

/**
 * Somebody on file of this very body, and never oneself; a person also of another body of the tree whose members the
 * office has in its care: then this body is a second one of theirs.
 */
async function holderOf(
  context: Context,
  issues: InputIssues,
  { personId, organizationId }: TypedAdmission,
  associationId: AssociationId,
): Promise<MemberHolder | null> {
  if (personId != null && organizationId == null) {
    const person = await personFor(context, personId, 'MANAGE_MEMBERSHIPS');
    if (person.diedOn === null && (await areOfOneTree(context, person.associationId, associationId)))
      return { personId: person.id };
    blame(issues, 'personId', 'holder');
  } else if (organizationId != null && personId == null) {
    const id = fromPublicId('Organization', organizationId);
    const organization = id && (await context.load(organizationById, id));
    if (!organization || organization.associationId !== associationId)
      return refuse(new OrganizationNotFound());
    if ((await rightsOn(context, organization)).isOwn) return refuse(new OrganizationNotFound());
    return { organizationId: organization.id };
  } else blame(issues, personId == null ? 'personId' : 'organizationId', 'holder');
  return null;
}

async function areOfOneTree(context: Context, ...ids: readonly AssociationId[]): Promise<boolean> {
  const roots = await Promise.all(ids.map(async id => (await context.load(associationById, id))?.rootId));
  return new Set(roots).size === 1;
}

async function classOf(
  context: Context,
  issues: InputIssues,
  { classId, personId }: TypedAdmission,
  associationId: AssociationId,
): Promise<MembershipClassFacts | null> {
  const id = fromPublicId('MembershipClass', classId);
  const found = id && (await context.load(membershipClassById, id));
  const heldBy = personId != null ? HOLDER_KINDS.PERSON : HOLDER_KINDS.ORGANIZATION;
  if (found && found.associationId === associationId && found.heldBy === heldBy) return found;
  blame(issues, 'classId', 'class');
  return null;
}

// Whoever admits waits here for others of the same body: numbers follow one another, and nobody is admitted twice.
const takeTurns = statement(
  'admissions-take-turns',
  `insert into membership_count (association_id, members) values ($1, 0)
   on conflict (association_id) do update set members = membership_count.members`,
);
const heldAlready = statement<{ readonly id: MembershipId }>(
  'membership-of-holder',
  `select id from membership
   where association_id = $1 and merged_into_id is null
     and (organization_id = $3 or person_id in (${sameHuman('$2::uuid')}))`,
);
const nextNumber = statement<{ readonly number: string }>(
  'member-number-next',
  `select (coalesce(max(member_number::bigint), 0) + 1)::text as number from membership
   where association_id = $1 and member_number ~ '^[0-9]{1,15}$'`,
);

const holderValues = ({ associationId, holder }: Admission): readonly (string | null)[] => [
  associationId,
  'personId' in holder ? holder.personId : null,
  'organizationId' in holder ? holder.organizationId : null,
];

async function admit(
  asked: Context,
  tx: Tx,
  wanted: Admission,
  shownTotalCents: number,
): Promise<MembershipId> {
  const { associationId, holder, toClassId: classId, on, memberNumber } = wanted;
  if ('organizationId' in holder) await holdOrganizations(tx, [holder.organizationId]);
  await within(tx, takeTurns, [associationId]);
  // One instant for all of it, and not before it was their turn.
  const context = { ...asked, clock: stopped(asked.clock) };
  const [held] = await within(tx, heldAlready, holderValues(wanted));
  if (held) return refuse(new AlreadyMember(held.id));
  const effect = await demandShownEffect(contextWithin(context, tx), entryOf(wanted), shownTotalCents);
  const isLife = await isForLife(context, classId, on);
  const [next] = memberNumber === null ? await within(tx, nextNumber, [associationId]) : [];

  const { id, memberNumber: given } = await insert(() =>
    admitMember(context, tx, {
      associationId,
      holder,
      memberNumber: memberNumber ?? next?.number ?? '1',
      admittedOn: on,
      affiliations: [{ classId, from: on, to: null, reason: 'ADMISSION' }],
      terms: isLife ? [{ kind: 'LIFETIME', from: on, to: null }] : [],
      knownAt: context.clock.now(),
    }),
  );
  const change = { kind: 'ADMISSION', membershipId: id, on, toClassId: classId } as const;
  await context.ports.of(membershipMoney).settle(contextWithin(context, tx), tx, change, effect);
  await recordAudit(context, tx, {
    act: 'admitMember',
    subjectKind: 'Membership',
    subjectId: id,
    associationId,
    after: { ...holder, memberNumber: given, classId, on, totalCents: Number(effect.total.cents) },
  });
  const member = await contextWithin(context, tx).load(membershipById, id);
  if (member === null) throw new Error('a membership is gone that was just written');
  await tellAdmitted(context, tx, {
    member,
    memberClass: wanted.memberClass,
    day: on,
    totalCents: Number(effect.total.cents),
  });
  return id;
}

const HOLDER_INDEXES = ['membership_person_idx', 'membership_organization_idx'];

async function insert<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (fault) {
    if (violates(fault, 'membership_association_id_member_number_key')) refuse(new MemberNumberTaken());
    // A file brought them meanwhile: whoever asks again is told.
    if (HOLDER_INDEXES.some(index => violates(fault, index))) throw new ServiceBusy();
    throw fault;
  }
}
