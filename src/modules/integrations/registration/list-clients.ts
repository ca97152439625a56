import type { Context } from '../../../platform/context.ts';
import { statement, type Statement } from '../../../platform/database/statement.ts';
import type { ConnectionArgs, Page } from '../../../platform/graphql/connection.ts';
import { pageOf, pageWindow } from '../../../platform/graphql/page-window.ts';
import { CLIENT_FACTS, type ClientFacts } from './client-facts.ts';
import { Client } from './client.type.ts';
import { associationInCare } from './clients-in-care.ts';

// Ids sort by the instant at which they were made.
const walk = (name: string, than: '<' | '>', direction: 'asc' | 'desc'): Statement<ClientFacts> =>
  statement(
    name,
    `${CLIENT_FACTS}
     where client.association_id = $1 and ($2::uuid is null or client.id ${than} $2)
     order by client.id ${direction} limit $3`,
  );
const latestFirst = walk('clients-latest-first', '<', 'desc');
const earliestFirst = walk('clients-earliest-first', '>', 'asc');

const counted = statement<{ readonly count: number }>(
  'clients-count',
  'select count(*)::int as count from client where association_id = $1',
);

/** The clients of one association, revoked ones included, the latest first. */
export async function listClients(
  context: Context,
  filter: { readonly associationId: string },
  args: ConnectionArgs,
): Promise<Page<Client>> {
  const { db } = context;
  const { id: associationId } = await associationInCare(context, filter.associationId);
  const window = pageWindow(args, ['uuid']);
  const [from = null] = window.from ?? [];
  const walking = window.backward ? earliestFirst : latestFirst;
  return pageOf(window, {
    rows: await db.read(walking, [associationId, from, window.rows]),
    cursorOf: ({ id }) => [id],
    nodeOf: facts => new Client(facts),
    totalCount: async () => (await db.read(counted, [associationId]))[0]?.count ?? 0,
  });
}
