import {
  fromPublicId,
  toPublicId,
  type AssociationId,
  type MembershipClassId,
  type MembershipId,
} from '../../../kernel/id.ts';
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
import { bodyForStaff } from '../../associations/index.ts';
import {
  holdOrganizations,
  organizationById,
  OrganizationNotFound,
  rightsOn,
} from '../../organizations/index.ts';
import { personFor } from '../../people/index.ts';
import { admitMember } from '../admit-member.ts';
import { dayAt } from '../membership-status.ts';
import { membershipClassById } from '../membership.loaders.ts';
import { HOLDER_KINDS } from '../membership-words.ts';
import { membershipMoney } from '../money.ports.ts';
import { demandShownEffect } from '../shown-effect.ts';
import { MemberNumberTaken } from '../transfers/transfer.problems.ts';
import { AlreadyMember } from './changes.problems.ts';
import type { Confirmed } from './change-membership.ts';
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

type Holder = { readonly personId: string } | { readonly organizationId: string };

interface Admission {
  readonly associationId: AssociationId;
  readonly holder: Holder;
  readonly classId: MembershipClassId;
  readonly on: LocalDate;
  readonly memberNumber: string | null;
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

async function judge(context: Context, typed: TypedAdmission): Promise<Admission> {
  const id = fromPublicId('Association', typed.associationId);
  const body = id && (await bodyForStaff(context, 'MANAGE_MEMBERSHIPS', id));
  if (!body) throw new Forbidden('STAFF');

  const issues = new InputIssues(context.wording);
  const holder = await holderOf(context, issues, typed, body.id);
  const classId = await classOf(context, issues, typed, body.id);
  const today = dayAt(body.timeZone, context.clock.now());
  if (typed.on < addDays(today, -CHANGE_DAYS) || typed.on > addDays(today, CHANGE_DAYS))
    blame(issues, 'on', 'day');
  const memberNumber = issues.line('memberNumber', typed.memberNumber, LONGEST_NUMBER);
  issues.refuseIfAny();
  if (holder === null || classId === null) throw new Error('what was blamed was let through');
  return { associationId: body.id, holder, classId, on: typed.on, memberNumber };
}

const blame = (issues: InputIssues, field: string, sentence: string): void =>
  issues.add(field, InputIssueCode.NOT_ALLOWED, `memberships.change.${sentence}`);

/** Somebody on file of this very body, and never oneself. */
async function holderOf(
  context: Context,
  issues: InputIssues,
  { personId, organizationId }: TypedAdmission,
  associationId: AssociationId,
): Promise<Holder | null> {
  if (personId != null && organizationId == null) {
    const person = await personFor(context, personId, 'MANAGE_MEMBERSHIPS');
    if (person.associationId === associationId && person.diedOn === null) return { personId: person.id };
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

async function classOf(
  context: Context,
  issues: InputIssues,
  { classId, personId }: TypedAdmission,
  associationId: AssociationId,
): Promise<MembershipClassId | null> {
  const id = fromPublicId('MembershipClass', classId);
  const found = id && (await context.load(membershipClassById, id));
  const heldBy = personId != null ? HOLDER_KINDS.PERSON : HOLDER_KINDS.ORGANIZATION;
  if (found && found.associationId === associationId && found.heldBy === heldBy) return found.id;
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
   where association_id = $1 and (person_id = $2 or organization_id = $3) and merged_into_id is null`,
);
const nextNumber = statement<{ readonly number: string }>(
  'member-number-next',
  `select (coalesce(max(member_number::bigint), 0) + 1)::text as number from membership
   where association_id = $1 and member_number ~ '^[0-9]{1,15}$'`,
);

async function admit(
  context: Context,
  tx: Tx,
  { associationId, holder, classId, on, memberNumber }: Admission,
  shownTotalCents: number,
): Promise<MembershipId> {
  const personId = 'personId' in holder ? holder.personId : null;
  const organizationId = 'organizationId' in holder ? holder.organizationId : null;
  if (organizationId !== null) await holdOrganizations(tx, [organizationId]);
  await within(tx, takeTurns, [associationId]);
  const [held] = await within(tx, heldAlready, [associationId, personId, organizationId]);
  if (held) return refuse(new AlreadyMember(held.id));
  const [next] = memberNumber === null ? await within(tx, nextNumber, [associationId]) : [];

  const { id, memberNumber: given } = await insert(() =>
    admitMember(context, tx, {
      associationId,
      holder,
      memberNumber: memberNumber ?? next?.number ?? '1',
      admittedOn: on,
      affiliations: [{ classId, from: on, to: null, reason: 'ADMISSION' }],
      knownAt: context.clock.now(),
    }),
  );
  const inside = contextWithin(context, tx);
  const change = { kind: 'ADMISSION', membershipId: id, on, toClassId: classId } as const;
  const effect = await demandShownEffect(inside, change, shownTotalCents);
  await context.ports.of(membershipMoney).settle(inside, tx, change, effect);
  await recordAudit(context, tx, {
    act: 'admitMember',
    subjectKind: 'Membership',
    subjectId: id,
    associationId,
    after: { ...holder, memberNumber: given, classId, on, totalCents: Number(effect.total.cents) },
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
