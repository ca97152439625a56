import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/database/database.ts';
import { refuse } from '../../platform/problem.ts';
import { lackOfRoomFor } from './delegates/room-for.ts';
import type { InvitationEntity } from './invitation.entity.ts';
import { InvitationRowOutcome } from './invitation.enums.ts';
import type { SendableDraft } from './judge-draft.ts';
import { putInvitations, type IssuingMany } from './put-invitations.ts';
import type { Stationery } from './send-invitation.ts';

export interface Issuing extends Omit<IssuingMany, 'stationery'> {
  readonly stationery: Stationery;
}

/**
 * Puts an invitation on file with its mail and, where needed, its person. Null when the address has a live one to
 * the same target: nothing of the row remains. `DelegateLimitReached` is a refusal after which nothing of the row
 * remains either.
 */
export async function putInvitation(
  context: Context,
  tx: Tx,
  sendable: SendableDraft,
  { stationery, ...issuing }: Issuing,
): Promise<{ readonly row: InvitationEntity; readonly code: string } | null> {
  const [put] = await putInvitations(context, tx, [sendable], {
    ...issuing,
    stationery: { 'fr-CA': stationery, 'en-CA': stationery },
  });
  if (put?.outcome === InvitationRowOutcome.SENT) return put;
  if (put?.outcome === InvitationRowOutcome.ALREADY_INVITED) return null;
  const lack = await lackOfRoomFor(context, tx, stationery.association, sendable.target);
  if (lack === null) throw new Error('there is room after all');
  refuse(lack);
}
