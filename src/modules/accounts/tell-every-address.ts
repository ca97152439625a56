import type { Parts } from '../../platform/context.ts';
import { within, type Tx } from '../../platform/database/database.ts';
import { statement } from '../../platform/database/statement.ts';
import type { Letter } from '../../platform/mail/letter.ts';
import { queueMail } from '../../platform/mail/queue-mail.ts';
import type { IssuedSecret } from '../../platform/secrets/one-time-secret.ts';
import type { MailTo } from './account.notices.ts';

export interface News<Values extends object> {
  readonly letter: Letter<Values>;
  readonly values: Values;
  readonly issued?: IssuedSecret;
}

type Telling = Pick<Parts, 'clock' | 'random' | 'vault'>;

const everyAddress = statement<MailTo>(
  'account-every-address',
  `select a.id as "accountId", d.address, a.locale from account a join account_address d on d.account_id = a.id
   where a.id = $1 order by d.is_primary desc, d.added_at`,
);

export const everyAddressOf = (tx: Tx, accountId: string): Promise<MailTo[]> =>
  within(tx, everyAddress, [accountId]);

/** Tells the person at every address of theirs: whoever asks may hold one of the mailboxes. */
export async function tellEveryAddress<Values extends object>(
  parts: Telling,
  tx: Tx,
  { accountId, associationId }: { readonly accountId: string; readonly associationId: string },
  news: News<Values>,
): Promise<void> {
  await tellAddresses(parts, tx, { associationId, mailboxes: await everyAddressOf(tx, accountId) }, news);
}

/** The same at these addresses, which may not be the account's yet or any more. */
export async function tellAddresses<Values extends object>(
  parts: Telling,
  tx: Tx,
  { associationId, mailboxes }: { readonly associationId: string; readonly mailboxes: readonly MailTo[] },
  { letter, values, issued }: News<Values>,
): Promise<void> {
  for (const { accountId, address, locale } of mailboxes) {
    await queueMail(parts, tx, {
      letter,
      values,
      to: address,
      locale,
      accountId,
      associationId,
      ...(issued && { secret: issued.secret, sendBefore: issued.expiresAt }),
    });
  }
}
