import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { Context } from '../../platform/context.ts';
import { onceAfter } from '../../platform/database/idempotency.ts';
import { refuse } from '../../platform/problem.ts';
import type { InvitationId } from '../../kernel/id.ts';
import { spendDelegateInvitation } from './delegates/principal-invites.ts';
import { lackOfRoomFor } from './delegates/room-for.ts';
import { InvitationTargetTaken } from './invitation.problems.ts';
import { invitationInCare } from './invitations-in-care.ts';
import { contactSupport } from './next-steps.ts';
import { prepareMail, sendAfresh } from './send-afresh.ts';
import { isTargetTaken } from './target-taken.ts';
import { holdInvitation } from './rotate-code.ts';
import { refuseIf, whySettled } from './why-unusable.ts';

export interface ResendInvitation {
  readonly invitationId: string;
  readonly idempotencyKey?: string | undefined;
}

/** Sends a pending or expired invitation again: a new code and a new expiry; the former code stops working. */
export async function resendInvitation(
  context: Context,
  { invitationId, idempotencyKey: key }: ResendInvitation,
): Promise<InvitationId> {
  const found = await invitationInCare(context, invitationId);
  const [mail, taken] = await Promise.all([prepareMail(context, found), isTargetTaken(context, found.row)]);

  const { id } = await onceAfter(
    context,
    async () => {
      const { organizationId } = found.row;
      if (found.asPrincipal && organizationId !== null)
        await spendDelegateInvitation(context, organizationId);
    },
    { operation: 'resendInvitation', key, input: { invitationId } },
    async tx => {
      const row = await holdInvitation(tx, found.row);
      refuseIf(whySettled(context, { ...found, row }));
      if (taken) refuse(new InvitationTargetTaken(contactSupport(context, found.association)));

      refuseIf(await lackOfRoomFor(context, tx, found.association, row));

      const before = { expiresAt: row.expiresAt };
      const sent = await sendAfresh(context, tx, { ...found, row }, { mail, reissues: row.reissues });
      await recordAudit(context, tx, {
        act: 'resendInvitation',
        subjectKind: 'Invitation',
        subjectId: row.id,
        associationId: row.associationId,
        before,
        after: { expiresAt: sent.expiresAt },
      });
      return { id: row.id };
    },
  );
  return id;
}
