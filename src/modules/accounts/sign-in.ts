import type { AccountId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/database/database.ts';
import { refuse } from '../../platform/problem.ts';
import { SignInRefused } from './account.problems.ts';
import { passwordHolds } from './account-state.ts';
import { clientOf } from './actor-of.ts';
import { findSignIn } from './find-sign-in.ts';
import { judgeGuess } from './guesses.ts';
import { renewOldPassword } from './old-passwords/index.ts';
import { oweFactor } from './second-factors/owe-factor.ts';
import type { OwedSecondFactor } from './second-factors/owed-factor.type.ts';
import type { Session } from './session.type.ts';
import { knownBrowser } from './sessions/known-browsers.ts';
import { startSession } from './start-session.ts';
import { waysToSignIn } from './ways-on.ts';

export interface SignIn {
  readonly identifier: string;
  readonly password: string;
  /** By which the browser is known, if it says so. */
  readonly deviceToken?: string | null;
}

/** An account whose password was given right, with the hash by which it was found so. */
export interface Proved {
  readonly id: AccountId;
  readonly passwordHash: string;
}

/** Nobody is signed in while a second factor is owed. */
export type SignInOutcome =
  | { readonly accountId: AccountId; readonly session: Session; readonly owed: null }
  | { readonly accountId: AccountId; readonly session: null; readonly owed: OwedSecondFactor };

/**
 * Signs in by username, verified address or member number. Whoever may not sign in is refused alike, after the same
 * work: unknown, disabled, without a password yet, or a wrong one.
 */
export async function signIn(context: Context, typed: SignIn): Promise<SignInOutcome> {
  const proved = await provePassword(context, typed);
  const outcome = await context.db.transaction(async tx => {
    const holds = await passwordHolds(tx, proved);
    return holds ? enter(context, tx, proved.id, typed.deviceToken ?? null) : null;
  });
  return outcome ?? refuse(await signInRefusal(context));
}

/** Judges what was typed within the budgets of guessing, or refuses. */
export async function provePassword(
  context: Context,
  { identifier, password, deviceToken = null }: SignIn,
): Promise<Proved> {
  const { guessKey, account } = await findSignIn(context, identifier);
  const browser = await knownBrowser(context, account?.id ?? null, deviceToken);
  const right = await judgeGuess(
    context,
    { key: guessKey, browser, waysOn: () => waysToSignIn(context) },
    () => context.passwords.verify(account?.passwordHash ?? null, password),
  );
  if (!account || !right) return refuse(await signInRefusal(context));
  return renewOldPassword(context, account, password);
}

async function enter(
  context: Context,
  tx: Tx,
  accountId: AccountId,
  deviceToken: string | null,
): Promise<SignInOutcome> {
  const owed = await oweFactor(context, tx, accountId);
  if (owed) return { accountId, session: null, owed };
  const { associationId } = clientOf(context);
  const session = await startSession(context, tx, { id: accountId }, { associationId, deviceToken });
  return { accountId, session, owed: null };
}

/** The one refusal for whoever may not sign in, for whatever reason. */
export const signInRefusal = async (context: Context): Promise<SignInRefused> =>
  new SignInRefused(await waysToSignIn(context));
