import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { Context } from '../../platform/context.ts';
import { InvitationState } from './invitation.enums.ts';
import { InvitationEntity } from './invitation.entity.ts';
import { stateOf } from './invitation.ts';
import { cancelWaitingMail } from './invitation-mail.ts';
import { invitationInCare } from './invitations-in-care.ts';
import { holdInvitation } from './rotate-code.ts';
import { refuseIf, whySettled } from './why-unusable.ts';

/** Withdraws an invitation for good. A second click finds it withdrawn, which is what was asked for. */
export async function revokeInvitation(
  context: Context,
  { invitationId }: { readonly invitationId: string },
): Promise<InvitationEntity['id']> {
  const found = await invitationInCare(context, invitationId);
  const { id } = found.row;

  await context.db.transaction(async tx => {
    const row = await holdInvitation(tx, found.row);
    const revokedAt = context.clock.now();
    if (stateOf(row, revokedAt) === InvitationState.REVOKED) return;
    refuseIf(whySettled(context, { ...found, row }));

    await tx.update(InvitationEntity, { id }, { revokedAt });
    await cancelWaitingMail(context, tx, row);
    await recordAudit(context, tx, {
      act: 'revokeInvitation',
      subjectKind: 'Invitation',
      subjectId: id,
      associationId: row.associationId,
    });
  });
  return id;
}
