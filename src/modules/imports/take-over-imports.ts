import { within, type Tx } from '../../platform/database/database.ts';
import { statement } from '../../platform/database/statement.ts';

const move = statement<{ id: string }>(
  'imports-take-over',
  'update import_run set asked_by = $2 where asked_by = $1 returning id',
);

/** Whoever started an import did so with the account that they have now: their rights are asked when it is written. */
export async function takeOverImports(
  _parts: unknown,
  tx: Tx,
  { kept, other }: { readonly kept: string; readonly other: string },
): Promise<{ readonly imports: number }> {
  return { imports: (await within(tx, move, [other, kept])).length };
}
