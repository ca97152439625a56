import type { Parts } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import type { Letter } from '../../../platform/mail/letter.ts';
import { queueMail } from '../../../platform/mail/queue-mail.ts';
import type { IssuedSecret } from '../../../platform/secrets/one-time-secret.ts';
import type { MailTo } from '../account.notices.ts';

const everyAddress = statement<MailTo>(
  'factor-reset-mail-to',
  `select a.id as "accountId", d.address, a.locale from account a join account_address d on d.account_id = a.id
   where a.id = $1 order by d.is_primary desc, d.added_at`,
);

/** Tells the person at every address of theirs: whoever asks for a reset may hold one of the mailboxes. */
export async function tellEveryAddress<Values extends object>(
  parts: Pick<Parts, 'clock' | 'random' | 'vault'>,
  tx: Tx,
  { accountId, associationId }: { readonly accountId: string; readonly associationId: string },
  { letter, values, issued }: { letter: Letter<Values>; values: Values; issued?: IssuedSecret },
): Promise<void> {
  for (const to of await within(tx, everyAddress, [accountId])) {
    await queueMail(parts, tx, {
      letter,
      values,
      to: to.address,
      locale: to.locale,
      accountId,
      associationId,
      ...(issued && { secret: issued.secret, sendBefore: issued.expiresAt }),
    });
  }
}
