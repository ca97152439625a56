import { fromPublicId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { statement } from '../../platform/database/statement.ts';
import { actorOf, clientOf } from '../accounts/index.ts';
import { mayAsStaff } from '../associations/index.ts';
import { MAIL_COLUMNS, OWN_MAILS, READERS_OF_MAIL, type MailRow } from './mail-rows.ts';

const ownMail = statement<MailRow>(
  'mail-own',
  `select ${MAIL_COLUMNS} from mail m where m.id = $3 and ${OWN_MAILS}`,
);

const anyMail = statement<MailRow>('mail-any', `select ${MAIL_COLUMNS} from mail m where m.id = $1`);
const readersOfMail = statement<{ readonly associationId: string }>('mail-readers', READERS_OF_MAIL);

/** A mail that the signed-in person may have sent again: their own, or, as staff, one to a person in their care. */
export async function findMail(context: Context, publicId: string): Promise<MailRow | null> {
  const id = fromPublicId('Mail', publicId);
  if (!id) return null;
  const [own] = await context.db.read(ownMail, [actorOf(context).accountId, clientOf(context).rootId, id]);
  if (own) return own;
  for (const { associationId } of await context.db.read(readersOfMail, [id]))
    if (await mayAsStaff(context, 'SEND_MAILS_AGAIN', associationId))
      return (await context.db.read(anyMail, [id]))[0] ?? null;
  return null;
}
