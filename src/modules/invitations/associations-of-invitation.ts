import type { Context } from '../../platform/context.ts';
import { RateLimited } from '../../platform/graphql/faults.ts';
import { InvitationState } from './invitation.enums.ts';
import { stateOf } from './invitation.ts';
import { guessCode } from './while-holding.ts';

/** Whose password rules apply to whoever is about to open an account with this code; none for a code that cannot. */
export async function associationsOfInvitation(context: Context, code: string): Promise<readonly string[]> {
  const held = await guessCode(context, code, seconds => {
    throw new RateLimited(seconds);
  });
  if (!held || held.replaced) return [];
  return stateOf(held.row, context.clock.now()) === InvitationState.PENDING ? [held.association.id] : [];
}
