import { newId, type AccountId, type MembershipId, type PersonId } from '../../kernel/id.ts';
import type { Locale } from '../../kernel/locale.ts';
import { recordChanges } from '../../platform/audit/record-changes.ts';
import type { Context } from '../../platform/context.ts';
import { within, type Tx } from '../../platform/database/database.ts';
import { statement } from '../../platform/database/statement.ts';
import { holdOrganizations } from '../organizations/index.ts';
import { addPersons } from '../people/index.ts';
import { roomsFor, type Rooms } from './delegates/rooms-for.ts';
import { digestOfCode, newInvitationCode } from './invitation-code.ts';
import { InvitationEntity } from './invitation.entity.ts';
import { InvitationRowOutcome } from './invitation.enums.ts';
import { expiryOf } from './invitation.ts';
import type { SendableDraft } from './judge-draft.ts';
import { liveInvitations } from './live-invitation.ts';
import { sendInvitations, type Stationery } from './send-invitation.ts';

const { ALREADY_INVITED, DELEGATE_LIMIT_REACHED, SENT } = InvitationRowOutcome;

const insert = statement<{ readonly id: string }>(
  'invitations-insert',
  `insert into invitation (id, association_id, email, email_normalized, person_id, target_kind, target_key,
     organization_id, membership_id, delegate_roles, staff_role, locale, code_digest, inviter_account_id,
     issued_at, sent_at, expires_at, reissues, by_principal)
   select i.id, i."associationId", i.email, i."emailNormalized", i."personId", i."targetKind", i."targetKey",
     i."organizationId", i."membershipId", i."delegateRoles", i."staffRole", i.locale, decode(i.digest, 'hex'),
     i."inviterAccountId", i."issuedAt", i."issuedAt", i."expiresAt", 0, i."byPrincipal"
   from jsonb_to_recordset($1) as i(place integer, id uuid, "associationId" uuid, email text, "emailNormalized" text,
     "personId" uuid, "targetKind" text, "targetKey" text, "organizationId" uuid, "membershipId" uuid,
     "delegateRoles" text[], "staffRole" text, locale text, digest text, "inviterAccountId" uuid,
     "issuedAt" timestamptz, "expiresAt" timestamptz, "byPrincipal" boolean)
   order by i.place
   on conflict (email_normalized, target_key) where accepted_at is null and declined_at is null and revoked_at is null
   do nothing
   returning id`,
);

export interface IssuingMany {
  readonly stationery: Readonly<Record<Locale, Stationery>>;
  /** In the words of the API, for the audit trail. */
  readonly act: string;
  /** Null where no person invites. */
  readonly inviterAccountId: string | null;
  /** Whether that person acts as principal delegate, and not for the association. */
  readonly byPrincipal?: boolean;
}

export type Put =
  | { readonly outcome: typeof SENT; readonly row: InvitationEntity; readonly code: string }
  /** The one that the address has to the same target; nothing of the row is on file. */
  | { readonly outcome: typeof ALREADY_INVITED; readonly invitationId: string | null }
  | { readonly outcome: typeof DELEGATE_LIMIT_REACHED };

/**
 * Puts invitations of one association on file with their mails and, where needed, their persons, in as many statements
 * for one as for hundreds. Their order is that of the list; who comes first has the last place in an organization.
 */
export async function putInvitations(
  context: Context,
  tx: Tx,
  sendables: readonly SendableDraft[],
  issuing: IssuingMany,
): Promise<readonly Put[]> {
  const organizationIds = sendables.flatMap(({ target: { organizationId } }) => organizationId ?? []);
  await holdOrganizations(tx, [...new Set(organizationIds)]);
  for (;;) {
    await tx.query('savepoint invitations');
    const put = await tryToPut(context, tx, sendables, issuing);
    // Somebody invited one of the addresses between the look and the insert: now the look sees it.
    if (put === null) await tx.query('rollback to savepoint invitations');
    await tx.query('release savepoint invitations');
    if (put !== null) return put;
  }
}

/** Null when the unique index let one of the rows down. */
async function tryToPut(
  context: Context,
  tx: Tx,
  sendables: readonly SendableDraft[],
  issuing: IssuingMany,
): Promise<readonly Put[] | null> {
  const live = await liveInvitations(tx, sendables);
  const rooms = await roomsFor(context, tx, sendables);
  const verdicts = sendables.map(sendable => judge(sendable, live, rooms));
  const wanted = sendables.filter((_, place) => verdicts[place] === SENT);

  const drawn = await draw(context, tx, wanted, issuing);
  const rows = drawn.map(({ row }) => row);
  const inserted = rows.length === 0 ? [] : await within(tx, insert, [JSON.stringify(inOrderOfTarget(rows))]);
  if (inserted.length < rows.length) return null;
  await sendInvitations(context, tx, drawn, issuing.stationery);
  await note(context, tx, rows, issuing);

  for (const row of rows) live.set(keyOf(row.emailNormalized, row.targetKey), row.id);
  const left = drawn.values();
  return verdicts.map((outcome, place) => {
    if (outcome === DELEGATE_LIMIT_REACHED) return { outcome };
    if (outcome === ALREADY_INVITED)
      return { outcome, invitationId: live.get(keyOfDraft(sendables[place])) ?? null };
    const next = left.next().value;
    if (!next) throw new Error('a row that was wanted was not drawn');
    return { outcome, row: next.row, code: next.code };
  });
}

/** Notes with each verdict what it changes for the rows after it. */
function judge(
  sendable: SendableDraft,
  live: Map<string, string | null>,
  rooms: Rooms,
): typeof SENT | typeof ALREADY_INVITED | typeof DELEGATE_LIMIT_REACHED {
  const key = keyOfDraft(sendable);
  if (live.has(key)) return ALREADY_INVITED;
  if (!rooms.take(sendable.target)) return DELEGATE_LIMIT_REACHED;
  live.set(key, null);
  return SENT;
}

const keyOf = (email: string, targetKey: string): string => `${email} ${targetKey}`;
const keyOfDraft = (sendable: SendableDraft | undefined): string =>
  sendable ? keyOf(sendable.draft.address.normalized, sendable.targetKey) : '';

interface Drawn {
  readonly row: InvitationEntity;
  readonly code: string;
  readonly sendable: SendableDraft;
}

async function draw(
  context: Context,
  tx: Tx,
  wanted: readonly SendableDraft[],
  issuing: IssuingMany,
): Promise<readonly Drawn[]> {
  const newcomers = wanted.flatMap(({ draft: { invitee, locale, address }, target: { associationId } }) =>
    invitee.kind === 'NEW'
      ? {
          associationId,
          givenName: invitee.givenName,
          familyName: invitee.familyName,
          locale,
          contactEmail: address.typed,
        }
      : [],
  );
  const added = (await addPersons(context, tx, newcomers)).values();
  return wanted.map(sendable => {
    const person = sendable.draft.invitee.kind === 'NEW' ? added.next().value : sendable.person;
    if (!person) throw new Error('a row that names somebody on file was judged without them');
    const code = newInvitationCode(context.random);
    return { row: invitationOf(context, sendable, issuing, { code, personId: person.id }), code, sendable };
  });
}

function invitationOf(
  { clock, random }: Pick<Context, 'clock' | 'random'>,
  { draft, target, targetKey }: SendableDraft,
  { stationery, inviterAccountId, byPrincipal = false }: IssuingMany,
  { code, personId }: { readonly code: string; readonly personId: PersonId },
): InvitationEntity {
  const { association } = stationery[draft.locale];
  const now = clock.now();
  return Object.assign(new InvitationEntity(), {
    id: newId<'Invitation'>(clock, random),
    associationId: association.id,
    email: draft.address.typed,
    emailNormalized: draft.address.normalized,
    personId,
    targetKind: target.targetKind,
    targetKey,
    organizationId: target.organizationId,
    membershipId: target.membershipId as MembershipId | null,
    delegateRoles: target.delegateRoles,
    staffRole: target.staffRole,
    locale: draft.locale,
    codeDigest: digestOfCode(code),
    inviterAccountId: inviterAccountId as AccountId | null,
    byPrincipal,
    issuedAt: now,
    sentAt: now,
    expiresAt: expiryOf(now, association.invitationDays, association.timeZone),
    reissues: 0,
    acceptedAt: null,
    acceptedByAccountId: null,
    declinedAt: null,
    revokedAt: null,
    disputedAt: null,
  });
}

/** Two lists with the same rows in another order wait for each other instead of deadlocking in the unique index. */
function inOrderOfTarget(rows: readonly InvitationEntity[]): readonly object[] {
  return rows
    .map(row => ({ row, key: keyOf(row.emailNormalized, row.targetKey) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ row: { codeDigest, ...row } }, place) => ({ ...row, place, digest: codeDigest.toString('hex') }));
}

const note = (
  context: Context,
  tx: Tx,
  rows: readonly InvitationEntity[],
  { act, stationery }: IssuingMany,
): Promise<void> =>
  recordChanges(
    context,
    tx,
    {
      accountId: context.actor?.accountId ?? null,
      clientId: context.client?.id ?? null,
      requestId: context.requestId,
    },
    {
      act,
      subjectKind: 'Invitation',
      associationId: stationery['fr-CA'].association.id,
      changes: rows.map(({ id, personId, targetKind, targetKey, expiresAt }) => ({
        id,
        before: null,
        after: { personId, targetKind, targetKey, expiresAt },
      })),
    },
  );
