import type { AccountId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { NextStep, NextStepKind } from '../../platform/graphql/next-step.ts';
import { staffRoleRests } from '../associations/index.ts';
import { accountAfter } from './account-state.ts';
import type { Account } from './account.type.ts';

/** Whom a sign-in let in, and what is the first thing for them to do. */
export async function afterSignIn(
  context: Context,
  { accountId, factorAt }: { readonly accountId: AccountId; readonly factorAt: Date | null },
): Promise<{ readonly account: Account; readonly next: NextStep }> {
  const account = await accountAfter(context, accountId);
  if (await staffRoleRests(context, { accountId, factorAt }))
    return { account, next: new NextStep(NextStepKind.ENROLL_SECOND_FACTOR) };
  const addresses = await account.addresses(context);
  const unconfirmed = addresses.some(address => address.primary && !address.verified);
  return { account, next: new NextStep(unconfirmed ? NextStepKind.CONFIRM_EMAIL : NextStepKind.DONE) };
}
