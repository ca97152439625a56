import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';

// Two pairs of eyes: what one account has prepared, the same person must not approve from the other.
const MOVED = ['prepared_by', 'done_by', 'undone_by'].map(column =>
  statement(
    `record-merge-take-over-${column}`,
    `update record_merge set ${column} = $2 where ${column} = $1`,
  ),
);

/** Whatever an account has prepared, approved or undone is the act of the one that it was joined to. */
export async function takeOverMerges(
  _parts: object,
  tx: Tx,
  { kept, other }: { readonly kept: string; readonly other: string },
): Promise<Readonly<Record<string, number>>> {
  for (const one of MOVED) await within(tx, one, [other, kept]);
  return {};
}
