import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { Context } from '../../platform/context.ts';
import { within } from '../../platform/database/database.ts';
import { statement } from '../../platform/database/statement.ts';
import { refuseAsItStands } from './claim-invitation.ts';
import { cancelWaitingMail } from './invitation-mail.ts';
import { whileHolding } from './while-holding.ts';
import { refuseIf, whyUnusable } from './why-unusable.ts';

const decline = statement(
  'invitation-decline',
  `update invitation set declined_at = $3
   where id = $1 and code_digest = $2 and expires_at >= $3
     and accepted_at is null and declined_at is null and revoked_at is null
   returning id`,
);

/** Turns the invitation down. Staff can issue another one. */
export function declineInvitation(context: Context, { code }: { readonly code: string }): Promise<void> {
  return whileHolding(context, code, async held => {
    refuseIf(await whyUnusable(context, held));
    const { id, codeDigest, associationId } = held.row;
    await context.db.transaction(async tx => {
      const declined = await within(tx, decline, [id, codeDigest, context.clock.now()]);
      if (declined.length === 0) await refuseAsItStands(context, tx, held);
      await cancelWaitingMail(context, tx, held.row);
      const subject = { subjectKind: 'Invitation', subjectId: id, associationId };
      await recordAudit(context, tx, { act: 'declineInvitation', ...subject });
    });
  });
}
