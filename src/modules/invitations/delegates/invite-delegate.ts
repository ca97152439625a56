import { readEmailAddress } from '../../../kernel/email-address.ts';
import { toPublicId, type PersonId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { actorOf } from '../../accounts/index.ts';
import { personSearchKey, personsOfActor } from '../../people/index.ts';
import type { InvitationRowOutcome } from '../invitation.enums.ts';
import { judgeDraft, type SendableDraft } from '../judge-draft.ts';
import { liveInvitation } from '../live-invitation.ts';
import { putInvitation } from '../put-invitation.ts';
import { readDraft } from '../read-draft.ts';
import { refuseRow } from '../refuse-row.ts';
import { stationeryOf, type Stationery } from '../send-invitation.ts';
import type { Target } from '../target-taken.ts';
import { spendDelegateInvitation } from './principal-invites.ts';
import type { Adding, WantedDelegate } from './wanted-delegate.ts';

export interface InvitedDelegate {
  readonly sendable: SendableDraft;
  readonly stationery: Stationery;
  readonly byPrincipal: boolean;
}

// Of those whom a principal of this organization asked, and no others: the association's people are not looked through,
// and nobody is given a record with more on it than this.
const invitedBefore = statement<{ readonly personId: PersonId }>(
  'delegate-invited-before',
  `select i.person_id as "personId"
   from invitation i join person p on p.id = i.person_id
   where i.organization_id = $1 and i.by_principal and i.email_normalized = $2 and p.search_key = $3
     and i.accepted_at is null
   order by i.issued_at desc, i.id desc limit 1`,
);

/** Who is invited, as the association has them on file or will. */
export async function judgeInvited(
  context: Context,
  wanted: WantedDelegate,
  { organization, association, byPrincipal }: Adding,
): Promise<InvitedDelegate> {
  const { organizationId, roles, locale, givenName, familyName } = wanted;
  const email = wanted.email ?? '';
  const named =
    wanted.personId ?? (byPrincipal ? await idOfInvitedBefore(context, organization.id, wanted) : null);
  const refuse = (outcome: InvitationRowOutcome): never =>
    refuseRow(context, outcome, {
      sentences: 'invitations.delegate',
      fields: {
        BAD_ADDRESS: 'email',
        NOT_FOUND: 'personId',
        ALREADY_HELD: wanted.personId == null ? 'email' : 'personId',
      },
    });
  const read = readDraft({ email, locale, personId: named, givenName, familyName, organizationId, roles });
  if (typeof read === 'string') return refuse(read);
  const sendable = await judgeDraft(context, association, read, target =>
    byPrincipal ? Promise.resolve(true) : isSomebodyElse(context, target),
  );
  if (typeof sendable === 'string') return refuse(sendable);
  if (byPrincipal) await spendDelegateInvitation(context, organization.id);
  const { accountId: inviterAccountId } = actorOf(context);
  const stationery = await stationeryOf(context, association, { locale, inviterAccountId });
  return { sendable, stationery, byPrincipal };
}

/** The new invitation, or the one that the address has to the same roles. */
export async function inviteDelegate(
  context: Context,
  tx: Tx,
  { sendable, stationery, byPrincipal }: InvitedDelegate,
): Promise<{ readonly invitationId: string | null }> {
  const { accountId: inviterAccountId } = actorOf(context);
  const issuing = { stationery, act: 'addDelegate', inviterAccountId, byPrincipal };
  const put = await putInvitation(context, tx, sendable, issuing);
  if (put) return { invitationId: put.row.id };
  const found = [sendable.draft.address.normalized, sendable.targetKey];
  const [live] = await within(tx, liveInvitation, found);
  return { invitationId: live?.id ?? null };
}

/** Whoever was asked before under the same name and address is not put on file once more. */
async function idOfInvitedBefore(
  { db }: Context,
  organizationId: string,
  { email, givenName, familyName }: WantedDelegate,
): Promise<string | null> {
  const address = readEmailAddress(email ?? '');
  if (!address) return null;
  const name = personSearchKey({ givenName: givenName ?? '', familyName: familyName ?? '' });
  const [found] = await db.read(invitedBefore, [organizationId, address.normalized, name]);
  return found ? toPublicId('Person', found.personId) : null;
}

/** Nobody acts as staff on their own record. */
const isSomebodyElse = async (context: Context, { personId }: Target): Promise<boolean> =>
  !(await personsOfActor(context)).some(({ id }) => id === personId);
