import type { Context } from '../../platform/context.ts';
import { statement, type Statement } from '../../platform/database/statement.ts';
import type { ConnectionArgs, Page } from '../../platform/graphql/connection.ts';
import { pageOf, pageWindow } from '../../platform/graphql/page-window.ts';
import type { ImportSeverity } from './import.enums.ts';
import type { ImportFindingRow } from './import-finding.rows.ts';
import { ImportFinding } from './import-finding.type.ts';
import type { ImportRunRow } from './import-run.rows.ts';

const counted = statement<{ readonly count: number }>(
  'import-findings-count',
  'select count(*)::int as count from import_finding where run_id = $1 and severity = $2',
);

const walk = (direction: 'asc' | 'desc', than: '<' | '>'): Statement<ImportFindingRow> =>
  statement(
    `import-findings-${direction}`,
    `select f.severity, f.row_number as "row", f.column_name as "column", f.sentence, f.values,
       f.other_row as "otherRow", f.record_id as "recordId", f.place
     from import_finding f where f.run_id = $1 and f.severity = $2
       and ($3::integer is null or (f.row_number, f.place) ${than} ($3, $4::integer))
     order by f.row_number ${direction}, f.place ${direction} limit $5`,
  );
const forwards = walk('asc', '>');
const backwards = walk('desc', '<');

/** What was found of one severity, by row. */
export async function listFindings(
  context: Context,
  run: ImportRunRow,
  severity: ImportSeverity,
  args: ConnectionArgs,
): Promise<Page<ImportFinding>> {
  const window = pageWindow(args, ['integer', 'integer']);
  const [row = null, place = null] = window.from ?? [];
  const whose = [run.id, severity];
  const rows = await context.db.read(window.backward ? backwards : forwards, [
    ...whose,
    row,
    place,
    window.rows,
  ]);
  return pageOf(window, {
    rows,
    cursorOf: found => [String(found.row), String(found.place)],
    nodeOf: found => new ImportFinding(found, run.kind, context),
    totalCount: async () => (await context.db.read(counted, whose))[0]?.count ?? 0,
  });
}
