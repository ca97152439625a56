import type { AccountId } from '../../kernel/id.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { Context } from '../../platform/context.ts';
import { within, type Tx } from '../../platform/database/database.ts';
import { statement } from '../../platform/database/statement.ts';
import type { Letter } from '../../platform/mail/letter.ts';
import { queueMail } from '../../platform/mail/queue-mail.ts';
import { passwordChanged, sessionStolen } from './account.mails.ts';
import { clientOf } from './actor-of.ts';

export interface MailTo {
  readonly accountId: AccountId;
  readonly address: string;
  readonly locale: Locale;
}

const primaryAddress = statement<MailTo>(
  'account-mail-to',
  `select a.id as "accountId", d.address, a.locale
   from account a join account_address d on d.account_id = a.id and d.is_primary where a.id = $1`,
);

/** Where the account's mails go; nowhere for an account without an address. */
export async function mailToOf(tx: Tx, accountId: string): Promise<MailTo | null> {
  const [found] = await within(tx, primaryAddress, [accountId]);
  return found ?? null;
}

/** Queues a letter without a secret, in the reader's language, under the brand of the association that was used. */
export async function tell<Values extends object>(
  context: Context,
  tx: Tx,
  to: MailTo | null,
  letter: Letter<Values>,
  values: Values,
): Promise<void> {
  if (!to) return;
  await queueMail(context, tx, {
    letter,
    values,
    to: to.address,
    locale: to.locale,
    accountId: to.accountId,
    associationId: clientOf(context).associationId,
  });
}

export const tellPasswordChanged = async (context: Context, tx: Tx, accountId: string): Promise<void> =>
  tell(context, tx, await mailToOf(tx, accountId), passwordChanged, {});

export const tellTokenReused = async (context: Context, tx: Tx, accountId: string): Promise<void> =>
  tell(context, tx, await mailToOf(tx, accountId), sessionStolen, {});
