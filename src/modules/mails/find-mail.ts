import { fromPublicId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { statement } from '../../platform/database/statement.ts';
import { ClientScope } from '../../platform/graphql/client-scope.ts';
import { actorOf, clientOf } from '../accounts/index.ts';
import { mayActAsStaff, StaffRole } from '../associations/index.ts';
import { MAIL_COLUMNS, OWN_MAILS, type MailRow } from './mail-rows.ts';

/** Who reads a person's record, and therefore what was mailed to them. */
const READING_STAFF = [StaffRole.ADMIN, StaffRole.MEMBERSHIP] as const;

const ownMail = statement<MailRow>(
  'mail-own',
  `select ${MAIL_COLUMNS} from mail m where m.id = $3 and ${OWN_MAILS}`,
);

const mailToPeople = statement<MailRow>(
  'mail-to-people',
  `select ${MAIL_COLUMNS} from mail m where m.id = $1 and exists (
     select from person p where p.association_id = m.association_id
       and (m.person_id = p.id or m.account_id = p.account_id)
   )`,
);

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
  const [found] = await context.db.read(mailToPeople, [id]);
  const mayRead = found && (await mayReadMailsOf(context, found.associationId, ClientScope.MEMBERS_WRITE));
  return mayRead ? found : null;
}
