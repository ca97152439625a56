import { newId } from '../../../kernel/id.ts';
import { dayAt, endOfDay } from '../../../kernel/deadline.ts';
import { addDays } from '../../../kernel/local-date.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../platform/graphql/invalid-input.ts';
import { refuse } from '../../../platform/problem.ts';
import { associationById } from '../../associations/index.ts';
import { displayNameOf, personsOfActor, type PersonEntity } from '../../people/index.ts';
import { DELEGATE_ROLES, type DelegateRole } from '../delegate-role.ts';
import { delegateOf } from '../delegates/delegate-of.ts';
import { actOnOrganization } from '../act-on-organization.ts';
import { organizationFor } from '../organization-for.ts';
import { nameOf } from '../name-of.ts';
import type { OrganizationEntity } from '../organization.entity.ts';
import { tellPerson } from '../tell-person.ts';
import { endFallenOffers } from './end-fallen-offers.ts';
import { handoverOffered } from './principal-handover.mails.ts';
import { PrincipalHandoverOpen } from './principal-handover.problems.ts';
import { principalOf } from './principal-of.ts';

export interface OfferPrincipalHandover {
  readonly organizationId: string;
  readonly toPersonId: string;
  /** What the leaving principal stays for the organization; nothing when they leave it altogether. */
  readonly remainingRoles: readonly DelegateRole[];
  readonly idempotencyKey: string | undefined;
}

/** An offer stands through the last instant of its last day, by the association's calendar. */
export const HANDOVER_DAYS = 14;

interface Wanted {
  readonly organization: OrganizationEntity;
  readonly from: PersonEntity;
  readonly to: PersonEntity;
  readonly remainingRoles: readonly DelegateRole[];
  readonly zone: string;
}

// Of two offers at once, the index lets one through.
const add = statement<{ readonly id: string }>(
  'principal-handover-add',
  `insert into principal_handover
     (id, organization_id, from_person_id, to_person_id, remaining_roles, offered_at, expires_at)
   values ($1, $2, $3, $4, $5, $6, $7)
   on conflict (organization_id) where ended_at is null do nothing
   returning id`,
);
const standing = statement<{ readonly expiresAt: Date }>(
  'principal-handover-standing',
  'select expires_at as "expiresAt" from principal_handover where organization_id = $1 and ended_at is null',
);

/** Offers the place of principal to another delegate, who accepts or declines. Nothing changes until then. */
export async function offerPrincipalHandover(
  context: Context,
  { idempotencyKey: key, ...input }: OfferPrincipalHandover,
): Promise<void> {
  await actOnOrganization(
    context,
    asked => judge(asked, input),
    { operation: 'offerPrincipalHandover', key, input },
    async (tx, wanted) => {
      const { id, expiresAt } = await put(context, tx, wanted);
      await tell(context, tx, wanted, expiresAt);
      const { organization, from, to, remainingRoles } = wanted;
      await recordAudit(context, tx, {
        act: 'offerPrincipalHandover',
        subjectKind: 'Organization',
        subjectId: organization.id,
        associationId: organization.associationId,
        after: { handoverId: id, fromPersonId: from.id, toPersonId: to.id, remainingRoles, expiresAt },
      });
    },
  );
}

async function judge(
  context: Context,
  { organizationId, toPersonId, remainingRoles }: Omit<OfferPrincipalHandover, 'idempotencyKey'>,
): Promise<Wanted> {
  const organization = await organizationFor(context, organizationId, 'HAND_OVER');
  const principalId = await principalOf(context, organization.id);
  const from = (await personsOfActor(context)).find(({ id }) => id === principalId);
  if (!from) throw new Error('who may hand over is the principal');
  const { person: to, suspended } = await delegateOf(context, organization.id, toPersonId);

  const issues = new InputIssues(context.wording);
  const blame = (field: string, sentence: string): void =>
    issues.add(field, InputIssueCode.NOT_ALLOWED, `organizations.handover.${sentence}`);
  if (to.id === from.id) blame('toPersonId', 'toThemselves');
  else if (to.accountId === null) blame('toPersonId', 'toNobodySigningIn');
  else if (suspended) blame('toPersonId', 'toSuspended');
  if (remainingRoles.includes('PRINCIPAL')) blame('remainingRoles', 'remainingPrincipal');
  issues.refuseIfAny();
  const association = await context.load(associationById, organization.associationId);
  if (association === null) throw new Error('an organization names an association that is gone');
  return {
    organization,
    from,
    to,
    remainingRoles: DELEGATE_ROLES.filter(role => remainingRoles.includes(role)),
    zone: association.timeZone,
  };
}

async function put(
  context: Context,
  tx: Tx,
  { organization, from, to, remainingRoles, zone }: Wanted,
): Promise<{ readonly id: string; readonly expiresAt: Date }> {
  const { clock, random } = context;
  const now = clock.now();
  const expiresAt = endOfDay(addDays(dayAt(zone, now), HANDOVER_DAYS), zone);
  await endFallenOffers(context, tx, [organization.id]);
  const id = newId<'PrincipalHandover'>(clock, random);
  const added = await within(tx, add, [id, organization.id, from.id, to.id, remainingRoles, now, expiresAt]);
  if (added.length === 0) {
    const [open] = await within(tx, standing, [organization.id]);
    refuse(new PrincipalHandoverOpen(open?.expiresAt ?? expiresAt));
  }
  return { id, expiresAt };
}

async function tell(
  context: Context,
  tx: Tx,
  { organization, from, to, zone }: Wanted,
  expiresAt: Date,
): Promise<void> {
  const lastDay = dayAt(zone, expiresAt);
  await tellPerson(context, tx, {
    personId: to.id,
    associationId: organization.associationId,
    letter: handoverOffered,
    values: locale => ({ organization: nameOf(organization, locale), from: displayNameOf(from), lastDay }),
  });
}
