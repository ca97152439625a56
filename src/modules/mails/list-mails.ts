import type { Context } from '../../platform/context.ts';
import { statement, type Statement } from '../../platform/database/statement.ts';
import type { ConnectionArgs, Page } from '../../platform/graphql/connection.ts';
import { pageOf, pageWindow } from '../../platform/graphql/page-window.ts';
import type { Mail } from '../../platform/mail/mail.type.ts';
import { actorOf, clientOf } from '../accounts/index.ts';
import { mailView } from './mail-view.ts';
import { MAIL_COLUMNS, MAILS_OF_PERSON, OWN_MAILS, type MailRow } from './mail-rows.ts';

interface Placed extends MailRow {
  /** With all the digits that the database keeps. */
  readonly place: string;
}

interface Walk {
  readonly latestFirst: Statement<Placed>;
  readonly earliestFirst: Statement<Placed>;
  readonly count: Statement<{ readonly count: number }>;
}

function walkOf(name: string, wanted: string, values: number): Walk {
  const [at, id, limit] = [`$${values + 1}`, `$${values + 2}`, `$${values + 3}`];
  const walk = (direction: 'asc' | 'desc', than: '<' | '>'): Statement<Placed> =>
    statement(
      `${name}-${direction}`,
      `select ${MAIL_COLUMNS}, to_char(m.queued_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as place
       from mail m where ${wanted}
         and (${at}::timestamptz is null or (m.queued_at, m.id) ${than} (${at}, ${id}::uuid))
       order by m.queued_at ${direction}, m.id ${direction} limit ${limit}`,
    );
  return {
    latestFirst: walk('desc', '<'),
    earliestFirst: walk('asc', '>'),
    count: statement(`${name}-count`, `select count(*)::int as count from mail m where ${wanted}`),
  };
}

const own = walkOf('mails-own', OWN_MAILS, 2);
const ofPerson = walkOf('mails-of-person', MAILS_OF_PERSON, 1);

/** The mails of whoever is signed in, the newest first: those that the calling client's tree sent. */
export const listOwnMails = (context: Context, args: ConnectionArgs): Promise<Page<Mail>> =>
  list(context, own, [actorOf(context).accountId, clientOf(context).rootId], args);

/** The mails to a person on file, the newest first: those that their association or one above it sent. */
export const listMailsOfPerson = (
  context: Context,
  personId: string,
  args: ConnectionArgs,
): Promise<Page<Mail>> => list(context, ofPerson, [personId], args);

async function list(
  context: Context,
  walk: Walk,
  whose: readonly string[],
  args: ConnectionArgs,
): Promise<Page<Mail>> {
  const { db } = context;
  const window = pageWindow(args, ['instant', 'uuid']);
  const [place = null, id = null] = window.from ?? [];
  const walked = window.backward ? walk.earliestFirst : walk.latestFirst;
  const rows = await db.read(walked, [...whose, place, id, window.rows]);
  const views = new Map(
    await Promise.all(rows.map(async row => [row, await mailView(context, row)] as const)),
  );
  return pageOf(window, {
    rows,
    cursorOf: row => [row.place, row.id],
    nodeOf: row => {
      const view = views.get(row);
      if (!view) throw new Error('a mail without a view');
      return view;
    },
    totalCount: async () => (await db.read(walk.count, whose))[0]?.count ?? 0,
  });
}
