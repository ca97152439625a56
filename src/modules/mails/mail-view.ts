import type { Context } from '../../platform/context.ts';
import { Mail } from '../../platform/mail/mail.type.ts';
import type { MailRow } from './mail-rows.ts';
import { mailsPorts } from './mails.ports.ts';

/** What may be told of a mail. One that has not left yet is written for the sake of its subject. */
export async function mailView(context: Context, row: MailRow): Promise<Mail> {
  return new Mail({ ...row, subject: row.subject ?? (await subjectOf(context, row)) });
}

async function subjectOf(
  { db, ports, wordings }: Context,
  { letter: name, associationId, locale, values }: MailRow,
): Promise<string> {
  const { letters, senderOf } = ports.of(mailsPorts);
  const letter = letters.find(one => one.name === name);
  if (!letter) throw new Error(`no letter is called ${name}`);
  const sender = await senderOf(db, associationId, locale);
  return letter.compose({ wording: wordings.in(locale), values: values as never, sender, secret: '' })
    .subject;
}
