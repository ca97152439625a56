import { maskEmailAddress } from '../../kernel/email-address.ts';
import type { AccountId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { statement } from '../../platform/database/statement.ts';
import { NextStep, NextStepKind } from '../../platform/graphql/next-step.ts';
import { RESEND_SECONDS } from '../../platform/mail/index.ts';
import { staffRoleRests } from '../associations/index.ts';
import { accountAfter } from './account-state.ts';
import { emailConfirmationLink } from './account.mails.ts';
import type { Account } from './account.type.ts';
import { nextMailIn } from './guesses.ts';

const latestMail = statement<{ queuedAt: Date }>(
  'after-sign-in-mail',
  `select queued_at as "queuedAt" from mail where account_id = $1 and letter = $2 order by queued_at desc limit 1`,
);

/** Whom a sign-in let in, and what is the first thing for them to do. */
export async function afterSignIn(
  context: Context,
  { accountId, factorAt }: { readonly accountId: AccountId; readonly factorAt: Date | null },
): Promise<{ readonly account: Account; readonly next: NextStep }> {
  const account = await accountAfter(context, accountId);
  if (await staffRoleRests(context, { accountId, factorAt }))
    return { account, next: new NextStep(NextStepKind.ENROLL_SECOND_FACTOR) };
  const addresses = await account.addresses(context);
  const unconfirmed = addresses.find(address => address.primary && !address.verified);
  if (!unconfirmed) return { account, next: new NextStep(NextStepKind.DONE) };
  const maskedAddress = maskEmailAddress(unconfirmed.address);
  const retryAfterSeconds = await secondsToNextMail(context, accountId);
  return { account, next: new NextStep(NextStepKind.CONFIRM_EMAIL, { maskedAddress, retryAfterSeconds }) };
}

/** Until the mail that confirms the address is offered once more; none where it was never sent, or long ago. */
async function secondsToNextMail(context: Context, accountId: AccountId): Promise<number> {
  const { db, clock } = context;
  const [mail] = await db.read(latestMail, [accountId, emailConfirmationLink.name]);
  const since = mail ? clock.now().getTime() - mail.queuedAt.getTime() : Infinity;
  return nextMailIn(context, accountId, Math.max(0, RESEND_SECONDS - Math.floor(since / 1_000)));
}
