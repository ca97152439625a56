import type { Context } from '../../../platform/context.ts';
import { statement, type Statement } from '../../../platform/database/statement.ts';
import type { ConnectionArgs, Page } from '../../../platform/graphql/connection.ts';
import { pageOf, pageWindow } from '../../../platform/graphql/page-window.ts';
import type { InvitationRowOutcome } from '../invitation.enums.ts';
import type { InvitationRunFacts } from './invitation-run.rows.ts';
import { InvitationRunRow, type RunRowFacts } from './invitation-run.type.ts';

// Two questions, each with its own index: a null that stands for all outcomes would use neither.
const walk = (
  name: string,
  [direction, than]: readonly ['asc', '>'] | readonly ['desc', '<'],
  ofOutcome = '',
): Statement<RunRowFacts> =>
  statement(
    `invitation-run-rows-${name}-${direction}`,
    `select w.row_number as "row", w.draft ->> 'email' as email, w.draft ->> 'givenName' as "givenName",
       w.draft ->> 'familyName' as "familyName", w.outcome, w.invitation_id as "invitationId"
     from invitation_run_row w where w.run_id = $1 ${ofOutcome}
       and ($2::integer is null or w.row_number ${than} $2)
     order by w.row_number ${direction} limit $3`,
  );
const of = (
  name: string,
  ofOutcome?: string,
): { forwards: Statement<RunRowFacts>; backwards: Statement<RunRowFacts> } => ({
  forwards: walk(name, ['asc', '>'], ofOutcome),
  backwards: walk(name, ['desc', '<'], ofOutcome),
});
const all = of('all');
const ofOne = of('of-one', 'and w.outcome = $4');

/** The rows of a run in their order, or those of one outcome. */
export async function listRunRows(
  context: Context,
  { id, total, counts }: InvitationRunFacts,
  outcome: InvitationRowOutcome | null,
  args: ConnectionArgs,
): Promise<Page<InvitationRunRow>> {
  const window = pageWindow(args, ['integer']);
  const { forwards, backwards } = outcome === null ? all : ofOne;
  const rows = await context.db.read(window.backward ? backwards : forwards, [
    id,
    window.from?.[0] ?? null,
    window.rows,
    ...(outcome === null ? [] : [outcome]),
  ]);
  return pageOf(window, {
    rows,
    cursorOf: ({ row }) => [String(row)],
    nodeOf: row => new InvitationRunRow(row, context),
    totalCount: outcome === null ? (total ?? 0) : (counts[outcome] ?? 0),
  });
}
