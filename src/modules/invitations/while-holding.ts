import type { Context } from '../../platform/context.ts';
import { oneAtATime } from '../../platform/database/one-at-a-time.ts';
import { TooManyAttempts } from '../../platform/graphql/too-many-attempts.ts';
import type { Budget, Spent } from '../../platform/http/limits.ts';
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
export const guessCode = (
  context: Context,
  typed: string,
  refuseGuess: (retryAfterSeconds: number) => never,
): Promise<HeldInvitation | null> => countingMisses(context, () => findByCode(context, typed), refuseGuess);

/** Looks something up by a code within the budgets of guessing one. */
export async function countingMisses<T>(
  context: Context,
  find: () => Promise<T | null>,
  refuseGuess: (retryAfterSeconds: number) => never,
): Promise<T | null> {
  const counted: Spent[] = [];
  for (const [budget, key] of budgetsOf(context)) {
    const spent = await context.limits.spend(budget, key);
    if (!spent.allowed) refuseGuess(spent.retryAfterSeconds);
    counted.push(spent);
  }
  const found = await find();
  if (found !== null) for (const one of counted) await one.giveBack();
  return found;
}

/** Those who act on one invitation at the same moment wait here, where waiting holds no connection. */
export const inTurn = <T>(
  { db }: Pick<Context, 'db'>,
  held: HeldInvitation,
  act: () => Promise<T>,
): Promise<T> => oneAtATime(db)(`invitation ${held.row.id}`, act);

const budgetsOf = ({ visitor, client }: Context): readonly (readonly [Budget, string])[] => [
  [GUESSES_OF_VISITOR, visitor.address],
  [GUESSES_OF_CLIENT, client?.id ?? 'none'],
];
