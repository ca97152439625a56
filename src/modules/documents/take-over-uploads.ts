import { within, type Tx } from '../../platform/database/database.ts';
import { statement } from '../../platform/database/statement.ts';

const move = statement<{ id: string }>(
  'uploads-take-over',
  'update upload set account_id = $2 where account_id = $1 returning id',
);

const moveExports = statement<{ id: string }>(
  'exports-take-over',
  'update export_job set asked_by = $2 where asked_by = $1 returning id',
);

/** Gives the files of one account to another of the same person. */
export async function takeOverUploads(
  _parts: unknown,
  tx: Tx,
  { kept, other }: { readonly kept: string; readonly other: string },
): Promise<{ readonly uploads: number }> {
  await within(tx, moveExports, [other, kept]);
  return { uploads: (await within(tx, move, [other, kept])).length };
}
