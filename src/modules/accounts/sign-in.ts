import type { AccountId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { NextStep, NextStepKind } from '../../platform/graphql/next-step.ts';
import { refuse } from '../../platform/problem.ts';
import { associationById, supportOf } from '../associations/index.ts';
import { SignInRefused } from './account.problems.ts';
import { passwordHolds } from './account-state.ts';
import { clientOf } from './actor-of.ts';
import { findSignIn } from './find-sign-in.ts';
import { judgeGuess } from './guesses.ts';
import type { Session } from './session.type.ts';
import { startSession } from './start-session.ts';

export interface SignIn {
  readonly identifier: string;
  readonly password: string;
}

export interface SignedIn {
  readonly accountId: AccountId;
  readonly session: Session;
}

/**
 * Signs in by username, verified address or member number. Whoever may not sign in is refused alike, after the same
 * work: unknown, disabled, without a password yet, or a wrong one.
 */
export async function signIn(context: Context, { identifier, password }: SignIn): Promise<SignedIn> {
  const { guessKey, account } = await findSignIn(context, identifier);
  const right = await judgeGuess(context, guessKey, () =>
    context.passwords.verify(account?.passwordHash ?? null, password),
  );
  if (!account || !right) return refuseSignIn(context);

  const session = await context.db.transaction(async tx => {
    const holds = await passwordHolds(tx, account);
    return holds ? startSession(context, tx, account, clientOf(context)) : null;
  });
  return session ? { accountId: account.id, session } : refuseSignIn(context);
}

async function refuseSignIn(context: Context): Promise<never> {
  const association = await context.load(associationById, clientOf(context).associationId);
  refuse(
    new SignInRefused([
      new NextStep(NextStepKind.FIRST_ACCESS_OR_FORGOTTEN_PASSWORD),
      new NextStep(NextStepKind.FORGOTTEN_USERNAME),
      new NextStep(
        NextStepKind.CONTACT_SUPPORT,
        association ? { support: supportOf(association, context.wording) } : {},
      ),
    ]),
  );
}
