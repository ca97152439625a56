import { newId, type AccountId, type MembershipId, type PersonId } from '../../kernel/id.ts';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { Context } from '../../platform/context.ts';
import { within, type Tx } from '../../platform/database/database.ts';
import { statement } from '../../platform/database/statement.ts';
import { addPerson } from '../people/index.ts';
import { digestOfCode, newInvitationCode } from './invitation-code.ts';
import { InvitationEntity } from './invitation.entity.ts';
import { expiryOf } from './invitation.ts';
import type { SendableDraft } from './judge-draft.ts';
import { sendInvitation, type Stationery } from './send-invitation.ts';

const insert = statement<{ readonly id: string }>(
  'invitation-insert',
  `insert into invitation (id, association_id, email, email_normalized, person_id, target_kind, target_key,
     organization_id, membership_id, delegate_roles, staff_role, locale, code_digest, inviter_account_id,
     issued_at, sent_at, expires_at, reissues)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $15, $16, 0)
   on conflict (email_normalized, target_key) where accepted_at is null and declined_at is null and revoked_at is null
   do nothing
   returning id`,
);

export interface Issuing {
  readonly stationery: Stationery;
  /** In the words of the API, for the audit trail. */
  readonly act: string;
  /** Null where no person invites. */
  readonly inviterAccountId: string | null;
}

/**
 * Puts an invitation on file with its mail and, where needed, its person. Null when the address has a live one to
 * the same target: the unique index decides, and nothing of the row remains.
 */
export async function putInvitation(
  context: Context,
  tx: Tx,
  sendable: SendableDraft,
  { stationery, act, inviterAccountId }: Issuing,
): Promise<{ readonly row: InvitationEntity; readonly code: string } | null> {
  const { words: target, invitee } = sendable;
  await tx.query('savepoint invitation_row');
  const code = newInvitationCode(context.random);
  const row = invitationOf(context, sendable, stationery, {
    code,
    inviterAccountId,
    personId: await personIdOf(context, tx, sendable),
  });
  if (!(await insertUnlessLive(tx, row))) {
    await tx.query('rollback to savepoint invitation_row');
    return null;
  }
  await sendInvitation(context, tx, row, { ...stationery, code, invitee, target });
  await recordAudit(context, tx, {
    act,
    subjectKind: 'Invitation',
    subjectId: row.id,
    associationId: row.associationId,
    after: {
      personId: row.personId,
      targetKind: row.targetKind,
      targetKey: row.targetKey,
      expiresAt: row.expiresAt,
    },
  });
  await tx.query('release savepoint invitation_row');
  return { row, code };
}

async function personIdOf(
  context: Context,
  tx: Tx,
  { draft, person, target }: SendableDraft,
): Promise<PersonId> {
  if (draft.invitee.kind !== 'NEW') {
    if (!person) throw new Error('a row that names somebody on file was judged without them');
    return person.id;
  }
  const { givenName, familyName } = draft.invitee;
  const { locale, address } = draft;
  const { associationId } = target;
  const added = await addPerson(context, tx, {
    associationId,
    givenName,
    familyName,
    locale,
    contactEmail: address.typed,
  });
  return added.id;
}

function invitationOf(
  context: Context,
  { draft, target, targetKey }: SendableDraft,
  { association }: Stationery,
  {
    code,
    inviterAccountId,
    personId,
  }: Pick<Issuing, 'inviterAccountId'> & { readonly code: string; readonly personId: PersonId },
): InvitationEntity {
  const now = context.clock.now();
  return Object.assign(new InvitationEntity(), {
    id: newId<'Invitation'>(context.clock, context.random),
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

async function insertUnlessLive(tx: Tx, row: InvitationEntity): Promise<boolean> {
  const inserted = await within(tx, insert, [
    row.id,
    row.associationId,
    row.email,
    row.emailNormalized,
    row.personId,
    row.targetKind,
    row.targetKey,
    row.organizationId,
    row.membershipId,
    row.delegateRoles,
    row.staffRole,
    row.locale,
    row.codeDigest,
    row.inviterAccountId,
    row.issuedAt,
    row.expiresAt,
  ]);
  return inserted.length === 1;
}
