import { maskEmailAddress, readEmailAddress, type EmailAddress } from '../../kernel/email-address.ts';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { Context } from '../../platform/context.ts';
import { onceAfter } from '../../platform/database/idempotency.ts';
import { InputIssue, InputIssueCode, InvalidInput } from '../../platform/graphql/invalid-input.ts';
import { refuse } from '../../platform/problem.ts';
import { emailAddressTaken, emailChangeLink, emailChangeRequested } from './account.mails.ts';
import { mailToOf, tell, type MailTo } from './account.notices.ts';
import { CurrentPasswordWrong } from './account.problems.ts';
import { passwordHolds, type AccountRow } from './account-state.ts';
import { clientOf } from './actor-of.ts';
import { addressesOnFile, holderOfAddress } from './addresses.ts';
import { demandCurrentPassword } from './current-password.ts';
import { EMAIL_CHANGE } from './email-secrets.ts';
import { spendMail } from './guesses.ts';
import { confirmationPage, issueEmailSecret, mailLink } from './confirmation-mail.ts';

export interface RequestEmailChange {
  readonly newAddress: string;
  readonly currentPassword: string;
  readonly idempotencyKey: string | undefined;
}

interface Change {
  readonly account: AccountRow;
  /** Whoever signs in with the new address already. */
  readonly holder: MailTo | null;
  readonly page: string;
}

/**
 * Mails a link to the new address and a notice to the old one; nothing changes until the link is confirmed. When
 * another account has the address the answer is the same, its holder is told, and the link is sent to nobody.
 */
export async function requestEmailChange(
  context: Context,
  { newAddress, currentPassword, idempotencyKey: key }: RequestEmailChange,
): Promise<{ readonly maskedAddress: string }> {
  const address = readEmailAddress(newAddress);
  if (!address) return refuseAddress(context, InputIssueCode.BAD_FORMAT, 'accounts.addressFault.BAD_FORMAT');
  const prepare = async (): Promise<Change> => {
    const account = await demandCurrentPassword(context, currentPassword);
    await judgeNewAddress(context, account.id, address);
    await spendMail(context, account.id);
    const holder = await holderOfAddress(context, address.normalized);
    return { account, holder, page: await confirmationPage(context, account) };
  };
  const repeatable = { operation: 'requestEmailChange', key, input: { newAddress, currentPassword } };
  return onceAfter(context, prepare, repeatable, async (tx, { account, holder, page }) => {
    const taken = holder !== null && holder.accountId !== account.id;
    if (!(await passwordHolds(tx, account))) refuse(new CurrentPasswordWrong());
    const maskedAddress = maskEmailAddress(address.typed);
    const issued = await issueEmailSecret(context, tx, EMAIL_CHANGE, account, address);
    if (taken) await tell(context, tx, holder, emailAddressTaken, {});
    else await mailLink(context, tx, emailChangeLink, account, { to: address.typed, page, issued });
    await tell(context, tx, await mailToOf(tx, account.id), emailChangeRequested, {
      newAddress: maskedAddress,
    });
    await recordAudit(context, tx, {
      act: 'requestEmailChange',
      subjectKind: 'Account',
      subjectId: account.id,
      associationId: clientOf(context).associationId,
      after: { newAddress: maskedAddress },
    });
    return { maskedAddress };
  });
}

async function judgeNewAddress(
  context: Context,
  accountId: string,
  { normalized }: EmailAddress,
): Promise<void> {
  const own = await addressesOnFile(context, accountId);
  const already = own.some(one => one.isPrimary && one.verifiedAt !== null && one.normalized === normalized);
  if (already) refuseAddress(context, InputIssueCode.NOT_ALLOWED, 'accounts.addressFault.OWN');
}

function refuseAddress({ wording }: Context, code: InputIssueCode, sentence: string): never {
  refuse(
    new InvalidInput([
      new InputIssue({ path: ['input', 'newAddress'], code, message: wording.of(sentence) }),
    ]),
  );
}
