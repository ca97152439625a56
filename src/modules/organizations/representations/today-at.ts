import { dayAt } from '../../../kernel/deadline.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Context } from '../../../platform/context.ts';
import { associationById } from '../../associations/index.ts';

/** Today, as an association counts its days. */
export async function todayAt(context: Context, associationId: string): Promise<LocalDate> {
  const association = await context.load(associationById, associationId);
  if (association === null) throw new Error('a record names an association that is gone');
  return dayAt(association.timeZone, context.clock.now());
}
