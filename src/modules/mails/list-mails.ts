import type { Context } from '../../platform/context.ts';
import type { ConnectionArgs, Page } from '../../platform/graphql/connection.ts';
import { readWalk, walkByInstant, type InstantWalk } from '../../platform/graphql/instant-walk.ts';
import type { Mail } from '../../platform/mail/mail.type.ts';
import { actorOf, clientOf } from '../accounts/index.ts';
import { mailView } from './mail-view.ts';
import { MAIL_COLUMNS, MAILS_OF_PERSON, OWN_MAILS, type MailRow } from './mail-rows.ts';

const walkOf = (name: string, wanted: string, values: number): InstantWalk<MailRow> =>
  walkByInstant(name, {
    columns: MAIL_COLUMNS,
    from: `from mail m where ${wanted}`,
    values,
    instant: 'm.queued_at',
    id: 'm.id',
  });

const own = walkOf('mails-own', OWN_MAILS, 2);
const ofPerson = walkOf('mails-of-person', MAILS_OF_PERSON, 1);

/** The mails of whoever is signed in, the newest first: those that the calling client's tree sent. */
export const listOwnMails = (context: Context, args: ConnectionArgs): Promise<Page<Mail>> =>
  readWalk(context, own, [actorOf(context).accountId, clientOf(context).rootId], args, row =>
    mailView(context, row),
  );

/** The mails to a person on file, the newest first: those that their association or one above it sent. */
export const listMailsOfPerson = (
  context: Context,
  personId: string,
  args: ConnectionArgs,
): Promise<Page<Mail>> => readWalk(context, ofPerson, [personId], args, row => mailView(context, row));
