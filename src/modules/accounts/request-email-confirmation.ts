import { maskEmailAddress } from '../../kernel/email-address.ts';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { Context } from '../../platform/context.ts';
import { onceAfter } from '../../platform/database/idempotency.ts';
import { refuse } from '../../platform/problem.ts';
import { emailConfirmationLink } from './account.mails.ts';
import { EmailAlreadyConfirmed } from './account.problems.ts';
import { readAccountNow } from './account-state.ts';
import { actorOf, clientOf } from './actor-of.ts';
import { addressesOnFile } from './addresses.ts';
import { EMAIL_CONFIRMATION } from './email-secrets.ts';
import { spendMail } from './guesses.ts';
import { confirmationPage, issueEmailSecret, mailLink } from './confirmation-mail.ts';

/** Mails a link that confirms the primary address, when it is not confirmed yet. */
export async function requestEmailConfirmation(
  context: Context,
  { idempotencyKey: key }: { readonly idempotencyKey: string | undefined },
): Promise<{ readonly maskedAddress: string }> {
  const account = await readAccountNow(context, actorOf(context).accountId);
  const prepare = async (): Promise<{ to: string; page: string }> => {
    const addresses = await addressesOnFile(context, account.id);
    const unconfirmed = addresses.find(one => one.isPrimary && one.verifiedAt === null);
    if (!unconfirmed) refuse(new EmailAlreadyConfirmed());
    await spendMail(context, account.id);
    return { to: unconfirmed.address, page: await confirmationPage(context, account) };
  };
  const repeatable = { operation: 'requestEmailConfirmation', key, input: {} };
  return onceAfter(context, prepare, repeatable, async (tx, { to, page }) => {
    const issued = await issueEmailSecret(context, tx, EMAIL_CONFIRMATION, account, { typed: to });
    await mailLink(context, tx, emailConfirmationLink, account, { to, page, issued });
    await recordAudit(context, tx, {
      act: 'requestEmailConfirmation',
      subjectKind: 'Account',
      subjectId: account.id,
      associationId: clientOf(context).associationId,
    });
    return { maskedAddress: maskEmailAddress(to) };
  });
}
