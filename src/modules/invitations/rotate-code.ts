import type { Context } from '../../platform/context.ts';
import { within, type Tx } from '../../platform/database/database.ts';
import { statement } from '../../platform/database/statement.ts';
import type { AssociationEntity } from '../associations/index.ts';
import { holdOrganization } from '../organizations/index.ts';
import { cancelWaitingMail } from './invitation-mail.ts';
import { digestOfCode, newInvitationCode } from './invitation-code.ts';
import { InvitationEntity } from './invitation.entity.ts';
import { expiryOf } from './invitation.ts';

const remember = statement(
  'invitation-remember-code',
  'insert into former_invitation_code (digest, invitation_id, replaced_at) values ($1, $2, $3)',
);

/**
 * Gives an invitation a new code and a new expiry, in a transaction that holds its row. The former code is known
 * from then on as replaced, and its mail does not leave any more.
 */
export async function rotateCode(
  context: Context,
  tx: Tx,
  held: InvitationEntity,
  { association, reissues }: { readonly association: AssociationEntity; readonly reissues: number },
): Promise<{ readonly row: InvitationEntity; readonly code: string }> {
  const now = context.clock.now();
  const code = newInvitationCode(context.random);
  const changes = {
    codeDigest: digestOfCode(code),
    sentAt: now,
    expiresAt: expiryOf(now, association.invitationDays, association.timeZone),
    reissues,
  };
  await within(tx, remember, [held.codeDigest, held.id, now]);
  await tx.update(InvitationEntity, { id: held.id }, changes);
  await cancelWaitingMail(context, tx, held);
  return { row: Object.assign(held, changes), code };
}

/**
 * The invitation as it stands, and until the transaction ends nobody else changes it. Its organization is held first,
 * as by every act on who acts for it.
 */
export async function holdInvitation(
  tx: Tx,
  { id, organizationId }: Pick<InvitationEntity, 'id' | 'organizationId'>,
): Promise<InvitationEntity> {
  if (organizationId !== null) await holdOrganization(tx, organizationId);
  return tx.findOneOrFail(InvitationEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
}
