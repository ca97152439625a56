import { maskEmailAddress, readEmailAddress, type EmailAddress } from '../../kernel/email-address.ts';
import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/database/database.ts';
import { InputIssues } from '../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../platform/graphql/invalid-input.ts';
import type { Letter } from '../../platform/mail/letter.ts';
import type { IssuedSecret } from '../../platform/secrets/one-time-secret.ts';
import { emailAddressTaken, type LinkValues, type NewAddressValues } from './account.mails.ts';
import { mailToOf, tell, type MailTo } from './account.notices.ts';
import type { AccountRow } from './account-state.ts';
import { addressesOnFile, holderOfAddress, type OwnAddress } from './addresses.ts';
import { confirmationPage, mailLink } from './confirmation-mail.ts';
import { spendMail } from './guesses.ts';

/** An address that somebody wants for their account, and what is read about it before a transaction. */
export interface WantedAddress {
  readonly account: AccountRow;
  readonly address: EmailAddress;
  /** Whoever signs in with it already. */
  readonly holder: MailTo | null;
  /** Where the link of its mail leads. */
  readonly page: string;
}

/** Reads what was typed into a field of the input, or refuses it there. */
export function readNewAddress(
  { wording }: Pick<Context, 'wording'>,
  field: string,
  typed: string,
): EmailAddress {
  const address = readEmailAddress(typed);
  const issues = new InputIssues(wording);
  if (!address) issues.add(field, InputIssueCode.BAD_FORMAT, 'accounts.addressFault.BAD_FORMAT');
  issues.refuseIfAny();
  return address as EmailAddress;
}

/** Refuses an address that the account has already; else counts the mail that will go to it. */
export async function wantAddress(
  context: Context,
  account: AccountRow,
  address: EmailAddress,
  { field, isOwn }: { readonly field: string; readonly isOwn: (own: OwnAddress) => boolean },
): Promise<WantedAddress> {
  const own = await addressesOnFile(context, account.id);
  const issues = new InputIssues(context.wording);
  if (own.some(one => one.normalized === address.normalized && isOwn(one)))
    issues.add(field, InputIssueCode.NOT_ALLOWED, 'accounts.addressFault.OWN');
  issues.refuseIfAny();
  await spendMail(context, account.id);
  const holder = await holderOfAddress(context, address.normalized);
  return { account, address, holder, page: await confirmationPage(context, account) };
}

/**
 * Mails the link to the new address and a notice to the primary one. Where another account has the address its holder
 * is told instead, and the link is sent to nobody: the answer is the same. Gives the address as it may be shown.
 */
export async function mailNewAddress(
  context: Context,
  tx: Tx,
  { account, address, holder, page }: WantedAddress,
  {
    link,
    notice,
    issued,
  }: {
    readonly link: Letter<LinkValues>;
    readonly notice: Letter<NewAddressValues>;
    readonly issued: IssuedSecret;
  },
): Promise<string> {
  const taken = holder !== null && holder.accountId !== account.id;
  if (taken) await tell(context, tx, holder, emailAddressTaken, {});
  else await mailLink(context, tx, link, account, { to: address.typed, page, issued });
  const newAddress = maskEmailAddress(address.typed);
  await tell(context, tx, await mailToOf(tx, account.id), notice, { newAddress });
  return newAddress;
}
