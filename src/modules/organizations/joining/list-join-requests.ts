import type { Context } from '../../../platform/context.ts';
import { statement, type Statement } from '../../../platform/database/statement.ts';
import { connectionOf, type ConnectionArgs, type Page } from '../../../platform/graphql/connection.ts';
import { pageOf, pageWindow } from '../../../platform/graphql/page-window.ts';
import { clientOf } from '../../accounts/index.ts';
import { personsOfActor } from '../../people/index.ts';
import { requestStateInSql, type JoinRequestState } from './join-request-state.ts';
import { REQUEST_COLUMNS, REQUEST_SOURCE, type JoinRequestFacts } from './join-request.rows.ts';
import { JoinRequest } from './join-request.type.ts';

export const JoinRequestConnection = connectionOf<JoinRequest>('JoinRequest', () => JoinRequest);

interface Placed extends JoinRequestFacts {
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
      `select ${REQUEST_COLUMNS}, to_char(r.asked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as place
       from ${REQUEST_SOURCE} where ${wanted}
         and (${at}::timestamptz is null or (r.asked_at, r.id) ${than} (${at}, ${id}::uuid))
       order by r.asked_at ${direction}, r.id ${direction} limit ${limit}`,
    );
  return {
    latestFirst: walk('desc', '<'),
    earliestFirst: walk('asc', '>'),
    count: statement(`${name}-count`, `select count(*)::int as count from ${REQUEST_SOURCE} where ${wanted}`),
  };
}

export const ofOrganization = walkOf(
  'join-requests-of-organization',
  `r.organization_id = $1 and ($2::text[] is null or ${requestStateInSql('$3')} = any ($2))`,
  3,
);
export const ofPersons = walkOf(
  'join-requests-of-persons',
  `r.person_id = any ($1::uuid[])
   and exists (select from association a where a.id = o.association_id and a.root_id = $2)`,
  2,
);

/** The requests to an organization, the newest first, for whoever may decide them: ask before. */
export const listJoinRequests = (
  context: Context,
  organizationId: string,
  states: readonly JoinRequestState[] | null,
  args: ConnectionArgs,
): Promise<Page<JoinRequest>> =>
  list(context, ofOrganization, [organizationId, states?.length ? states : null, context.clock.now()], args);

/** What the signed-in account has asked for in the calling client's tree, the newest first. */
export async function listOwnJoinRequests(
  context: Context,
  args: ConnectionArgs,
): Promise<Page<JoinRequest>> {
  const persons = await personsOfActor(context);
  const whose = [persons.map(({ id }) => id), clientOf(context).rootId];
  return list(context, ofPersons, whose, args);
}

async function list(
  { db }: Context,
  walk: Walk,
  wanted: readonly unknown[],
  args: ConnectionArgs,
): Promise<Page<JoinRequest>> {
  const window = pageWindow(args, ['instant', 'uuid']);
  const [place = null, id = null] = window.from ?? [];
  const walked = window.backward ? walk.earliestFirst : walk.latestFirst;
  return pageOf(window, {
    rows: await db.read(walked, [...wanted, place, id, window.rows]),
    cursorOf: row => [row.place, row.id],
    nodeOf: row => new JoinRequest(row),
    totalCount: async () => (await db.read(walk.count, wanted))[0]?.count ?? 0,
  });
}
