import { within, type Tx } from '../../../platform/database/database.ts';
import { statement, type Statement } from '../../../platform/database/statement.ts';
import type { Judgement, StagedFinding } from '../../../platform/staging/staged-rows.ts';
import type { ImportSeverity } from '../import.enums.ts';

/** Something about a row that staff are told; worded when they read it. */
export interface Finding {
  readonly row: number;
  /** As the file calls it; null where the whole row is meant. */
  readonly column: string | null;
  readonly sentence: string;
  readonly values?: Readonly<Record<string, unknown>>;
}

/** A report that nobody reads to its end. */
export const MOST_OF_A_SEVERITY = 10_000;

const nextPlace = (run: string, severity: string): string =>
  `(select coalesce(max(place), 0) from import_finding where run_id = ${run} and severity = ${severity})`;

const add = statement(
  'import-findings-add',
  `insert into import_finding (run_id, place, severity, row_number, column_name, sentence, values)
   select $1, ${nextPlace('$1', '$3')} + row_number() over (order by f.row),
     $3, f.row, f.column, f.sentence, coalesce(f.values, '{}')
   from jsonb_to_recordset($2) as f(row integer, "column" text, sentence text, values jsonb)`,
);

/** Writes down faults, as many as the report has room for. */
export async function addFaults(
  tx: Tx,
  runId: string,
  faults: readonly Finding[],
  room = MOST_OF_A_SEVERITY,
): Promise<void> {
  const told = faults.slice(0, Math.max(0, room));
  if (told.length > 0) await within(tx, add, [runId, JSON.stringify(told), 'FAULT']);
}

export interface Telling {
  readonly runId: string;
  readonly severity: `${ImportSeverity}`;
  /** How many more of the severity the report has room for. */
  readonly room: number;
  /** What the file calls its columns, by field. */
  readonly names: Readonly<Record<string, string | null>>;
}

/** Writes down what a judgement finds, as much as there is room for; answers how much it is. */
export async function tell(
  tx: Tx,
  { asked, values }: Judgement,
  { runId, severity, room, names }: Telling,
): Promise<number> {
  const told = [runId, severity, Math.max(0, room), JSON.stringify(names)];
  const [found] = await within(tx, telling(asked, values.length), [...values, ...told]);
  return found?.count ?? 0;
}

/** The same as notices, and their rows are left out. */
export async function tellAndHold(tx: Tx, { asked, values }: Judgement, told: Telling): Promise<number> {
  const { runId, severity, room, names } = told;
  const [found] = await within(tx, holding(asked, values.length), [
    ...values,
    runId,
    severity,
    Math.max(0, room),
    JSON.stringify(names),
  ]);
  return found?.count ?? 0;
}

type Counted = Statement<{ readonly count: number }>;

// However many there are: none of them passes through the program.
const telling = (asked: Statement<StagedFinding>, values: number, also = ''): Counted => {
  const [run, severity, room, names] = [1, 2, 3, 4].map(place => `$${String(values + place)}`) as [
    string,
    string,
    string,
    string,
  ];
  return statement(
    `${asked.name}-${also === '' ? 'told' : 'held'}`,
    `with found as materialized (${asked.text}),
     ${also.replaceAll('$run', run)}
     told as (
       insert into import_finding (run_id, place, severity, row_number, column_name, sentence, values, other_row, record_id)
       select ${run}, ${nextPlace(run, severity)} + row_number() over (order by (f->>'row')::integer), ${severity},
         (f->>'row')::integer, ${names}::jsonb->>(f->>'field'), 'imports.finding.' || (f->>'code'),
         case when f->>'otherRow' is null then '{}' else jsonb_build_object('otherRow', f->'otherRow') end,
         (f->>'otherRow')::integer, (f->>'recordId')::uuid
       from (select to_jsonb(f) as f from (select * from found order by row limit ${room}::integer) f) f)
     select count(*)::integer as count from found`,
  );
};

const holding = (asked: Statement<StagedFinding>, values: number): Counted =>
  telling(
    asked,
    values,
    `held as (
       update staged_row s set verdict = 'HELD' from found f where s.batch_id = $run and s.row_number = f.row),`,
  );
