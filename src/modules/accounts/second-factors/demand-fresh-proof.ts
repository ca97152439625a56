import type { Context } from '../../../platform/context.ts';
import { demandFreshSignIn, SignInTooOld } from '../../../platform/graphql/fresh-sign-in.ts';
import { refuse } from '../../../platform/problem.ts';
import { actorOf } from '../actor-of.ts';
import { hasFactorNow } from './factors-of-account.ts';

/**
 * Refuses unless the person signed in a short while ago, with a second factor where they have one: a session from
 * before there was any must not take it off again.
 */
export async function demandFreshProof(context: Context): Promise<void> {
  demandFreshSignIn(context);
  const { accountId, factorAt } = actorOf(context);
  if (factorAt === null && (await hasFactorNow(context, accountId))) refuse(new SignInTooOld());
}
