import type { Context } from '../../../../platform/context.ts';
import { forgetLoaded } from '../../../../platform/database/loader.ts';
import { mayAsStaff } from '../../../associations/index.ts';
import { remittanceById } from './remittance.rows.ts';
import { RemittanceBatch } from './remittance.type.ts';

/** A batch that the signed-in person may read, as staff of the book or of the body; absent and not theirs are the same. */
export async function findRemittance(context: Context, id: string): Promise<RemittanceBatch | null> {
  const row = await context.load(remittanceById, id);
  if (!row) return null;
  const mayRead =
    (await mayAsStaff(context, 'READ_LEDGER', row.bookId)) ||
    (await mayAsStaff(context, 'READ_LEDGER', row.bodyId));
  return mayRead ? new RemittanceBatch(row, context.locale) : null;
}

/** The batch as it stands after an act. */
export async function remittanceAfter(context: Context, id: string): Promise<RemittanceBatch> {
  forgetLoaded(context);
  const row = await context.load(remittanceById, id);
  if (!row) throw new Error('a batch went away between two reads');
  return new RemittanceBatch(row, context.locale);
}
