import type { Context } from '../../platform/context.ts';
import { oneAtATime } from '../../platform/database/one-at-a-time.ts';
import { TooManyAttempts } from '../../platform/graphql/too-many-attempts.ts';
import type { Budget } from '../../platform/http/limits.ts';
import { refuse } from '../../platform/problem.ts';
import { findByCode, type HeldInvitation } from './find-invitation.ts';
import { InvitationCodeUnknown } from './invitation.problems.ts';
import { contactSupportOfClient } from './next-steps.ts';

const TEN_MINUTES = 600;
const GUESSES_OF_VISITOR: Budget = { name: 'invitation-code-visitor', points: 30, seconds: TEN_MINUTES };
/** High, because everybody who uses a site shares it; it stops a guesser who changes addresses. */
const GUESSES_OF_CLIENT: Budget = { name: 'invitation-code-client', points: 3_000, seconds: TEN_MINUTES };

/**
 * Finds the invitation of a typed code and acts on it. Each miss counts; whoever holds a code, even one that no
 * longer works, gets the attempt back, so that reloading a page never locks anybody out.
 */
export async function whileHolding<T>(
  context: Context,
  typed: string,
  act: (held: HeldInvitation) => Promise<T>,
): Promise<T> {
  const held = await guessCode(context, typed, seconds => refuse(new TooManyAttempts(seconds)));
  if (!held) refuse(new InvitationCodeUnknown(await contactSupportOfClient(context)));
  return act(held);
}

/** Finds the invitation of a typed code within the budgets of guessing one; what tells about a code comes this way. */
export async function guessCode(
  context: Context,
  typed: string,
  refuseGuess: (retryAfterSeconds: number) => never,
): Promise<HeldInvitation | null> {
  for (const [budget, key] of budgetsOf(context)) {
    const { allowed, retryAfterSeconds } = await context.limits.spend(budget, key);
    if (!allowed) refuseGuess(retryAfterSeconds);
  }
  const held = await findByCode(context, typed);
  if (held) await giveGuessBack(context);
  return held;
}

/** Those who act on one invitation at the same moment wait here, where waiting holds no connection. */
export const inTurn = <T>(
  { db }: Pick<Context, 'db'>,
  held: HeldInvitation,
  act: () => Promise<T>,
): Promise<T> => oneAtATime(db)(`invitation ${held.row.id}`, act);

async function giveGuessBack(context: Context): Promise<void> {
  for (const [budget, key] of budgetsOf(context)) await context.limits.refund(budget, key);
}

const budgetsOf = ({ visitor, client }: Context): readonly (readonly [Budget, string])[] => [
  [GUESSES_OF_VISITOR, visitor.address],
  [GUESSES_OF_CLIENT, client?.id ?? 'none'],
];
