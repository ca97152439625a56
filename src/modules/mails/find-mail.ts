import { fromPublicId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { statement } from '../../platform/database/statement.ts';
import { ClientScope } from '../../platform/graphql/client-scope.ts';
import { actorOf, clientOf } from '../accounts/index.ts';
import { mayActAsStaff, StaffRole } from '../associations/index.ts';
import { MAIL_COLUMNS, OWN_MAILS, READERS_OF_MAIL, type MailRow } from './mail-rows.ts';

/** Who reads a person's record, and therefore what was mailed to them. */
const READING_STAFF = [StaffRole.ADMIN, StaffRole.MEMBERSHIP] as const;

const ownMail = statement<MailRow>(
  'mail-own',
  `select ${MAIL_COLUMNS} from mail m where m.id = $3 and ${OWN_MAILS}`,
);

const anyMail = statement<MailRow>('mail-any', `select ${MAIL_COLUMNS} from mail m where m.id = $1`);
const readersOfMail = statement<{ readonly associationId: string }>('mail-readers', READERS_OF_MAIL);

/** Staff who may read the person, and so their mails. */
export const mayReadMailsOf = (
  context: Context,
  associationId: string,
  scope: ClientScope,
): Promise<boolean> => mayActAsStaff(context, associationId, READING_STAFF, scope);

/** A mail that the signed-in person may have sent again: their own, or, as staff, one to a person in their care. */
export async function findMail(context: Context, publicId: string): Promise<MailRow | null> {
  const id = fromPublicId('Mail', publicId);
  if (!id) return null;
  const [own] = await context.db.read(ownMail, [actorOf(context).accountId, clientOf(context).rootId, id]);
  if (own) return own;
  for (const { associationId } of await context.db.read(readersOfMail, [id]))
    if (await mayReadMailsOf(context, associationId, ClientScope.MEMBERS_WRITE))
      return (await context.db.read(anyMail, [id]))[0] ?? null;
  return null;
}
