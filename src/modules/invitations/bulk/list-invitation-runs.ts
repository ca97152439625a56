import { fromPublicId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { statement, type Statement } from '../../../platform/database/statement.ts';
import type { ConnectionArgs, Page } from '../../../platform/graphql/connection.ts';
import { Forbidden } from '../../../platform/graphql/faults.ts';
import { pageOf, pageWindow } from '../../../platform/graphql/page-window.ts';
import { associationInReach, mayAsStaff } from '../../associations/index.ts';
import { RUN_COLUMNS, type InvitationRunFacts } from './invitation-run.rows.ts';
import { InvitationRun } from './invitation-run.type.ts';

interface Placed extends InvitationRunFacts {
  /** With all the digits that the database keeps. */
  readonly place: string;
}

const counted = statement<{ readonly count: number }>(
  'invitation-runs-count',
  'select count(*)::int as count from invitation_run where association_id = $1',
);

const walk = (direction: 'asc' | 'desc', than: '<' | '>'): Statement<Placed> =>
  statement(
    `invitation-runs-${direction}`,
    `select ${RUN_COLUMNS}, to_char(r.asked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as place
     from invitation_run r where r.association_id = $1
       and ($2::timestamptz is null or (r.asked_at, r.id) ${than} ($2, $3::uuid))
     order by r.asked_at ${direction}, r.id ${direction} limit $4`,
  );
const latestFirst = walk('desc', '<');
const earliestFirst = walk('asc', '>');

/** The runs of an association, the latest first. */
export async function listInvitationRuns(
  context: Context,
  publicId: string,
  args: ConnectionArgs,
): Promise<Page<InvitationRun>> {
  const associationId = fromPublicId('Association', publicId);
  const association = associationId && (await associationInReach(context, associationId));
  if (!association || !(await mayAsStaff(context, 'READ_INVITATIONS', association.id))) throw new Forbidden();

  const window = pageWindow(args, ['instant', 'uuid']);
  const [askedAt = null, id = null] = window.from ?? [];
  const rows = await context.db.read(window.backward ? earliestFirst : latestFirst, [
    association.id,
    askedAt,
    id,
    window.rows,
  ]);
  return pageOf(window, {
    rows,
    cursorOf: row => [row.place, row.id],
    nodeOf: row => new InvitationRun(row),
    totalCount: async () => (await context.db.read(counted, [association.id]))[0]?.count ?? 0,
  });
}
