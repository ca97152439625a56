import { dayAt } from '../../../kernel/deadline.ts';
import type { OrganizationId, PersonId } from '../../../kernel/id.ts';
import { addDays, type LocalDate } from '../../../kernel/local-date.ts';
import type { Locale } from '../../../kernel/locale.ts';
import type { Context, Parts } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import type { Letter } from '../../../platform/mail/index.ts';
import { inLanguage } from '../../associations/index.ts';
import { tellPerson } from '../../organizations/index.ts';
import { affiliationOn } from '../membership-status.ts';
import type { MembershipClassFacts, MembershipFacts } from '../membership-facts.ts';
import type { MembershipChange, MoneyEffect } from '../money.ports.ts';
import {
  membershipAdmitted,
  membershipHoldEnded,
  membershipOnHold,
  membershipReclassified,
  membershipReinstated,
  membershipReinstatedByPayment,
  reinstatementUndone,
  resignationReceived,
  resignationTakenBack,
  type ChangeValues,
} from './changes.mails.ts';
import type { PlannedChange } from './read-change.ts';

// Whoever speaks for the organization.
const principals = statement<{ readonly id: PersonId }>(
  'organization-principals',
  `select distinct person_id as id from delegation
   where organization_id = $1 and role = 'PRINCIPAL' and suspended_at is null
     and from_at <= $2 and (to_at is null or to_at > $2)
   order by person_id`,
);

const nameOfBody = statement<{ readonly nameFr: string; readonly nameEn: string }>(
  'membership-body-name',
  'select name_fr as "nameFr", name_en as "nameEn" from association where id = $1',
);

type Telling = Pick<Parts, 'clock' | 'random' | 'vault'>;

type Member = Pick<
  MembershipFacts,
  'associationId' | 'personId' | 'organizationId' | 'memberNumber' | 'holderNameFr' | 'holderNameEn'
>;

interface News {
  readonly member: Member;
  readonly memberClass: MembershipClassFacts;
  readonly day: LocalDate;
  /** Above zero: to pay; below: given back. */
  readonly totalCents: number;
}

/** Writes to the member: the person, or the principal delegate of the organization. The dead are written to never again. */
async function tellMember<More extends object>(
  parts: Telling,
  tx: Tx,
  { member, memberClass, day, totalCents }: News,
  letter: Letter<ChangeValues & More>,
  more: More,
): Promise<void> {
  const { associationId, personId, organizationId, memberNumber, holderNameFr, holderNameEn } = member;
  const [body] = await within(tx, nameOfBody, [associationId]);
  if (!body) throw new Error('a membership names a body that is gone');
  const values = (locale: Locale): ChangeValues & More => ({
    member: inLanguage(locale, holderNameFr, holderNameEn),
    memberNumber,
    association: inLanguage(locale, body.nameFr, body.nameEn),
    memberClass: inLanguage(locale, memberClass.nameFr, memberClass.nameEn),
    day,
    totalCents,
    ...more,
  });
  for (const id of await readersOf(parts, tx, { personId, organizationId }))
    await tellPerson(parts, tx, { personId: id, associationId, letter, values });
}

const readersOf = async (
  { clock }: Telling,
  tx: Tx,
  {
    personId,
    organizationId,
  }: { readonly personId: PersonId | null; readonly organizationId: OrganizationId | null },
): Promise<readonly PersonId[]> =>
  personId !== null
    ? [personId]
    : (await within(tx, principals, [organizationId, clock.now()])).map(({ id }) => id);

/** Somebody was admitted. */
export const tellAdmitted = (parts: Telling, tx: Tx, news: News): Promise<void> =>
  tellMember(parts, tx, news, membershipAdmitted, {});

/** Whoever paid for it may be somebody else than the member; what it costs was on the invoice. */
export const tellReinstatedByPayment = (
  parts: Telling,
  tx: Tx,
  news: Omit<News, 'totalCents'>,
): Promise<void> => tellMember(parts, tx, { ...news, totalCents: 0 }, membershipReinstatedByPayment, {});

/** That payment went back. */
export const tellReinstatementUndone = (
  parts: Telling,
  tx: Tx,
  news: Omit<News, 'totalCents'>,
): Promise<void> => tellMember(parts, tx, { ...news, totalCents: 0 }, reinstatementUndone, {});

/** A membership was changed. */
export async function tellChanged(
  context: Context,
  tx: Tx,
  planned: PlannedChange,
  effect: MoneyEffect,
): Promise<void> {
  const { change, membership } = planned;
  const news = {
    member: membership,
    memberClass: classOf(planned),
    day: change.on,
    totalCents: Number(effect.total.cents),
  };
  const today = dayAt(membership.timeZone, context.clock.now());
  switch (change.kind) {
    case 'RECLASSIFICATION':
      return tellMember(context, tx, news, membershipReclassified, {});
    case 'HOLD':
      return isOver(change, today)
        ? undefined
        : tellMember(context, tx, news, membershipOnHold, holdOf(change));
    case 'HOLD_ENDED':
      return tellMember(context, tx, news, membershipHoldEnded, holdOf(change));
    case 'RESIGNATION':
      return tellMember(context, tx, news, resignationReceived, { liesAhead: change.on > today });
    case 'RESIGNATION_WITHDRAWN':
      return tellMember(context, tx, news, resignationTakenBack, {});
    case 'REINSTATEMENT':
      return tellMember(context, tx, news, membershipReinstated, {});
    case 'ADMISSION':
    case 'TRANSFER':
    case 'DEATH':
      throw new Error(`${change.kind} is told by whoever decides it`);
  }
}

/** What was and is over is entered for the register: the member has lived it. */
const isOver = ({ hold }: MembershipChange, today: LocalDate): boolean =>
  hold !== undefined && hold.to !== null && hold.to <= today;

function holdOf({ hold }: MembershipChange): {
  kind: NonNullable<typeof hold>['kind'];
  lastDay: LocalDate | null;
} {
  if (hold === undefined) throw new Error('a hold was told without what it is');
  return { kind: hold.kind, lastDay: hold.to && addDays(hold.to, -1) };
}

/** The class that begins, or else the one of the day, or of the stay that ends on it. */
function classOf({ steps, known, change }: PlannedChange): MembershipClassFacts {
  const [begun] = steps.flatMap(step => ('openStay' in step ? [step.openStay] : []));
  const stay = begun ?? affiliationOn(known.affiliations, change.on) ?? known.affiliations.at(-1);
  if (stay === undefined) throw new Error('a membership has been in a class');
  return stay.class;
}
