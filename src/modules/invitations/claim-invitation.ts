import type { Context } from '../../platform/context.ts';
import { within, type Tx } from '../../platform/database/database.ts';
import { statement } from '../../platform/database/statement.ts';
import { refuse } from '../../platform/problem.ts';
import { holdOrganization } from '../organizations/index.ts';
import type { HeldInvitation } from './find-invitation.ts';
import { InvitationEntity } from './invitation.entity.ts';
import { problemOf } from './why-unusable.ts';

const claim = statement(
  'invitation-claim',
  `update invitation set accepted_at = $3
   where id = $1 and code_digest = $2 and expires_at >= $3
     and accepted_at is null and declined_at is null and revoked_at is null
   returning id`,
);

/** Takes the invitation for this transaction. Of many at once one gets it, and loses it again if it is refused later. */
export async function claimInvitation(context: Context, tx: Tx, held: HeldInvitation): Promise<void> {
  const { id, codeDigest, organizationId } = held.row;
  if (organizationId !== null) await holdOrganization(tx, organizationId);
  const claimed = await within(tx, claim, [id, codeDigest, context.clock.now()]);
  if (claimed.length === 1) return;
  await refuseAsItStands(context, tx, held);
}

/** A guarded change found nothing to change: somebody else was faster. */
export async function refuseAsItStands(context: Context, tx: Tx, held: HeldInvitation): Promise<never> {
  const row = await tx.findOneByOrFail(InvitationEntity, { id: held.row.id });
  const replaced = !row.codeDigest.equals(held.row.codeDigest);
  const problem = problemOf(context, { ...held, row, replaced }, { targetTaken: false });
  if (!problem) throw new Error('the invitation could not be changed, yet nothing speaks against it');
  refuse(problem);
}
