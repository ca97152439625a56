import type { Context } from '../../../platform/context.ts';
import { statement, type Statement } from '../../../platform/database/statement.ts';
import type { ConnectionArgs, Page } from '../../../platform/graphql/connection.ts';
import { pageOf, pageWindow } from '../../../platform/graphql/page-window.ts';
import { actorOf, clientOf } from '../actor-of.ts';
import { LIVE_SESSION } from '../session-rules.ts';
import { OpenSession, type OpenSessionFacts } from './open-session.type.ts';

interface Row extends OpenSessionFacts {
  /** With all the digits that the database keeps. */
  readonly place: string;
}

const WANTED = `
  from session s join account a on a.id = s.account_id
    join client c on c.id = s.client_id join association o on o.id = c.association_id
  where s.account_id = $1 and o.root_id = $3 and ${LIVE_SESSION('$2')}`;

const counted = statement<{ readonly count: number }>(
  'open-sessions-count',
  `select count(*)::int as count ${WANTED}`,
);

const walk = (name: string, than: '<' | '>', direction: 'asc' | 'desc'): Statement<Row> =>
  statement(
    name,
    `select s.id, s.started_at as "startedAt", s.last_used_at as "lastUsedAt", s.user_agent as "userAgent",
       s.network_address as "networkAddress", coalesce(c.display_name_fr, o.name_fr) as "siteFr",
       coalesce(c.display_name_en, o.name_en) as "siteEn",
       to_char(s.last_used_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as place
     ${WANTED} and ($4::timestamptz is null or (s.last_used_at, s.id) ${than} ($4, $5::uuid))
     order by s.last_used_at ${direction}, s.id ${direction} limit $6`,
  );
const latestFirst = walk('open-sessions-latest-first', '<', 'desc');
const earliestFirst = walk('open-sessions-earliest-first', '>', 'asc');

/** Where the signed-in person is signed in, the last used first: as far as the calling client's tree goes. */
export async function listSessions(context: Context, args: ConnectionArgs): Promise<Page<OpenSession>> {
  const { db, clock } = context;
  const whose = [actorOf(context).accountId, clock.now(), clientOf(context).rootId];
  const window = pageWindow(args, ['instant', 'uuid']);
  const [place = null, id = null] = window.from ?? [];
  const walked = window.backward ? earliestFirst : latestFirst;
  return pageOf(window, {
    rows: await db.read(walked, [...whose, place, id, window.rows]),
    cursorOf: row => [row.place, row.id],
    nodeOf: row => new OpenSession(context, row),
    totalCount: async () => (await db.read(counted, whose))[0]?.count ?? 0,
  });
}
