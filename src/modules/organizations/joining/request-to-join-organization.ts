import { dayAt } from '../../../kernel/deadline.ts';
import { fromPublicId, newId, type JoinRequestId } from '../../../kernel/id.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { onceAfter } from '../../../platform/database/idempotency.ts';
import { statement } from '../../../platform/database/statement.ts';
import { TooManyAttempts } from '../../../platform/graphql/too-many-attempts.ts';
import type { Budget } from '../../../platform/http/limits.ts';
import { refuse } from '../../../platform/problem.ts';
import { actorOf } from '../../accounts/index.ts';
import { displayNameOf, type PersonEntity } from '../../people/index.ts';
import { holdOrganization } from '../hold-organization.ts';
import { nameOf } from '../name-of.ts';
import type { OrganizationEntity } from '../organization.entity.ts';
import { tellPerson } from '../tell-person.ts';
import { askingPerson } from './asking-person.ts';
import { demandNewcomer } from './demand-newcomer.ts';
import { REQUEST_DAYS } from './join-request-state.ts';
import { joinRequested, joinRequestReceived } from './joining.mails.ts';
import { tellPrincipal } from './joining.notices.ts';
import { askOrganization, JoinRequestOpen, OrganizationNotJoinable } from './joining.problems.ts';
import { joiningWaysOf } from './joining.rows.ts';
import { endOfLastDay } from './last-day.ts';
import { organizationInReach } from './organization-in-reach.ts';
import { tellWhenExpired } from './tell-expired-request.ts';

export interface RequestToJoin {
  readonly organizationId: string;
  /** Which of the account's persons; may be left out where there is no choice. */
  readonly personId?: string | null;
  readonly message?: string | null;
  readonly idempotencyKey: string | undefined;
}

const DAY = 86_400;
/** Each request mails somebody who did not ask for it. */
const REQUESTS_OF_ACCOUNT: Budget = { name: 'join-request-account', points: 10, seconds: DAY };
/** Whoever is refused may ask again, but not without end. */
const REQUESTS_TO_ONE: Budget = { name: 'join-request-organization', points: 3, seconds: 30 * DAY };

interface Wanted {
  readonly organization: OrganizationEntity;
  readonly person: PersonEntity;
  readonly message: string | null;
  readonly zone: string;
}

const endExpired = statement(
  'join-request-end-expired',
  `update join_request set ended_at = expires_at, ended_why = 'EXPIRED'
   where organization_id = $1 and person_id = $2 and ended_at is null and expires_at < $3`,
);
// Of two at once the index lets one through, and none where the way was turned off meanwhile.
const add = statement<{ readonly id: string }>(
  'join-request-add',
  `insert into join_request (id, organization_id, person_id, message, asked_at, expires_at, told_person_id)
   select $1, $2, $3, $4, $5, $6, $7
   where exists (select from organization_joining where organization_id = $2 and accepts_requests)
   on conflict (organization_id, person_id) where ended_at is null do nothing
   returning id`,
);
const open = statement<{ readonly expiresAt: Date }>(
  'join-request-open',
  `select expires_at as "expiresAt" from join_request
   where organization_id = $1 and person_id = $2 and ended_at is null`,
);

/** Asks to become a delegate; the principal delegate, or staff, decide. Answers the request's id. */
export async function requestToJoinOrganization(
  context: Context,
  { idempotencyKey: key, ...input }: RequestToJoin,
): Promise<{ readonly id: JoinRequestId }> {
  return onceAfter(
    context,
    () => judge(context, input),
    { operation: 'requestToJoinOrganization', key, input },
    async (tx, wanted) => {
      const { organization, person } = wanted;
      await holdOrganization(tx, organization.id);
      await demandNewcomer(context, tx, {
        organizationId: organization.id,
        personId: person.id,
        byThemselves: false,
      });
      const expiresAt = endOfLastDay(context.clock.now(), REQUEST_DAYS, wanted.zone);
      const toldPersonId = await tellBoth(context, tx, wanted, expiresAt);
      const id = await put(context, tx, wanted, { expiresAt, toldPersonId });
      await tellWhenExpired(tx, id, expiresAt);
      await recordAudit(context, tx, {
        act: 'requestToJoinOrganization',
        subjectKind: 'Organization',
        subjectId: organization.id,
        associationId: organization.associationId,
        after: { requestId: id, personId: person.id, expiresAt },
      });
      return { id };
    },
  );
}

async function judge(
  context: Context,
  { organizationId, personId, message }: Omit<RequestToJoin, 'idempotencyKey'>,
): Promise<Wanted> {
  const person = await askingPerson(context, personId);
  const id = fromPublicId('Organization', organizationId);
  const found = id && (await organizationInReach(context, id));
  const accepts = found && (await context.load(joiningWaysOf, found.organization.id)).acceptsRequests;
  if (!found || !accepts) refuse(new OrganizationNotJoinable(askOrganization()));
  const { organization, association } = found;

  const { accountId } = actorOf(context);
  await spend(context, REQUESTS_OF_ACCOUNT, accountId);
  await spend(context, REQUESTS_TO_ONE, `${accountId}/${organization.id}`);
  const words = message?.normalize('NFC').trim() ?? '';
  return { organization, person, message: words === '' ? null : words, zone: association.timeZone };
}

async function spend({ limits }: Context, budget: Budget, key: string): Promise<void> {
  const { allowed, retryAfterSeconds } = await limits.spend(budget, key);
  if (!allowed) refuse(new TooManyAttempts(retryAfterSeconds));
}

async function put(
  { clock, random }: Context,
  tx: Tx,
  { organization, person, message }: Wanted,
  { expiresAt, toldPersonId }: { readonly expiresAt: Date; readonly toldPersonId: string | null },
): Promise<JoinRequestId> {
  const now = clock.now();
  await within(tx, endExpired, [organization.id, person.id, now]);
  const id = newId<'JoinRequest'>(clock, random);
  const values = [id, organization.id, person.id, message, now, expiresAt, toldPersonId];
  const added = await within(tx, add, values);
  if (added.length === 0) {
    const [standing] = await within(tx, open, [organization.id, person.id]);
    refuse(
      standing ? new JoinRequestOpen(standing.expiresAt) : new OrganizationNotJoinable(askOrganization()),
    );
  }
  return id;
}

/** Answers who decides and was written to; neither is where the request does not come to stand. */
async function tellBoth(
  context: Context,
  tx: Tx,
  { organization, person, zone }: Wanted,
  expiresAt: Date,
): Promise<string | null> {
  const lastDay = dayAt(zone, expiresAt);
  const toldPersonId = await tellPrincipal(context, tx, {
    organization,
    letter: joinRequested,
    values: locale => ({
      organization: nameOf(organization, locale),
      person: displayNameOf(person),
      lastDay,
    }),
  });
  await tellPerson(context, tx, {
    personId: person.id,
    associationId: organization.associationId,
    letter: joinRequestReceived,
    values: locale => ({ organization: nameOf(organization, locale), lastDay }),
  });
  return toldPersonId;
}
