import type { Context } from '../../../platform/context.ts';
import { statement, type Statement } from '../../../platform/database/statement.ts';
import type { ConnectionArgs, Page } from '../../../platform/graphql/connection.ts';
import { pageOf, pageWindow } from '../../../platform/graphql/page-window.ts';
import type { MergeTaskEntity } from '../merge-task.entity.ts';
import { MergeTask } from './merge-task.type.ts';
import type { RecordMergeState } from './merging.enums.ts';
import { RecordMerge, type RecordMergeFacts } from './record-merge.type.ts';

type Placed<Row> = Row & { readonly place: string };

interface Walk<Row> {
  readonly forwards: Statement<Placed<Row>>;
  readonly backwards: Statement<Placed<Row>>;
  readonly count: Statement<{ readonly count: number }>;
}

// One statement per direction, so that each walks its index; the instant goes out and back with all its digits.
function walkOf<Row>(
  name: string,
  order: 'asc' | 'desc',
  {
    columns,
    instant,
    from,
    values,
  }: Readonly<Record<'columns' | 'instant' | 'from', string>> & { values: number },
): Walk<Row> {
  const [at, id, limit] = [`$${values + 1}`, `$${values + 2}`, `$${values + 3}`];
  const walk = (direction: 'asc' | 'desc'): Statement<Placed<Row>> =>
    statement(
      `${name}-${direction}`,
      `select ${columns}, to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as place ${from}
         and (${at}::timestamptz is null
           or (${instant}, id) ${direction === 'asc' ? '>' : '<'} (${at}, ${id}::uuid))
       order by ${instant} ${direction}, id ${direction} limit ${limit}`,
    );
  return {
    forwards: walk(order),
    backwards: walk(order === 'asc' ? 'desc' : 'asc'),
    count: statement(`${name}-count`, `select count(*)::int as count ${from}`),
  };
}

const tasks = walkOf<MergeTaskEntity>('merge-tasks', 'asc', {
  columns: `id, association_id as "associationId", kept_person_id as "keptPersonId",
    other_person_id as "otherPersonId", opened_at as "openedAt", closed_at as "closedAt"`,
  instant: 'opened_at',
  from: 'from merge_task where association_id = $1 and closed_at is null',
  values: 1,
});

const merges = walkOf<RecordMergeFacts>('record-merges', 'desc', {
  columns: `id, association_id as "associationId", kind, kept_id as "keptId", other_id as "otherId", names, reason,
    records, prepared_at as "preparedAt", prepared_by as "preparedBy", withdrawn_at as "withdrawnAt",
    done_at as "doneAt", undone_at as "undoneAt"`,
  instant: 'prepared_at',
  from: `from record_merge where association_id = $1 and ($2::text is null or $2 = case
      when undone_at is not null then 'UNDONE' when done_at is not null then 'DONE'
      when withdrawn_at is not null then 'WITHDRAWN' else 'PREPARED' end)`,
  values: 2,
});

/** The open tasks of an association, the oldest first. Whoever asks judges who may see them. */
export const listMergeTasks = (
  context: Context,
  associationId: string,
  args: ConnectionArgs,
): Promise<Page<MergeTask>> => list(context, tasks, [associationId], args, row => new MergeTask(row));

/** The merges of an association, the latest first. Whoever asks judges who may see them. */
export const listRecordMerges = (
  context: Context,
  associationId: string,
  state: RecordMergeState | null,
  args: ConnectionArgs,
): Promise<Page<RecordMerge>> =>
  list(context, merges, [associationId, state], args, row => new RecordMerge(row, context.locale));

async function list<Row extends { readonly id: string }, T>(
  { db }: Context,
  walk: Walk<Row>,
  wanted: readonly unknown[],
  args: ConnectionArgs,
  nodeOf: (row: Row) => T,
): Promise<Page<T>> {
  const window = pageWindow(args, ['instant', 'uuid']);
  const [at = null, id = null] = window.from ?? [];
  const read = window.backward ? walk.backwards : walk.forwards;
  return pageOf(window, {
    rows: await db.read(read, [...wanted, at, id, window.rows]),
    cursorOf: row => [row.place, row.id],
    nodeOf,
    totalCount: async () => (await db.read(walk.count, wanted))[0]?.count ?? 0,
  });
}
