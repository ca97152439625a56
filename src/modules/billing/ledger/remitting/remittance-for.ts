import { dayAt } from '../../../../kernel/deadline.ts';
import { fromPublicId } from '../../../../kernel/id.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import type { Context } from '../../../../platform/context.ts';
import { within, type Tx } from '../../../../platform/database/database.ts';
import { refuse } from '../../../../platform/problem.ts';
import { bodyForStaff, type StaffAction } from '../../../associations/index.ts';
import { isOpenTo, stateOfRemittance, type RemittanceAct } from './remittance-state.ts';
import { findRemittances, remittanceById, type RemittanceRow } from './remittance.rows.ts';
import { RemittanceMovedOn, RemittanceNotFound } from './remitting.problems.ts';

/** Who does what with a batch of a book. */
export const ACTION_OF: Readonly<Record<RemittanceAct, StaffAction>> = {
  approve: 'APPROVE_REMITTANCES',
  markPaid: 'REMIT',
  reverse: 'REMIT',
};

export interface RemittanceAtHand {
  readonly batch: RemittanceRow;
  /** In the zone of the book. */
  readonly today: LocalDate;
}

/** The door for acts on a batch: the book's staff alone, and only in a state that lets it be done. */
export async function remittanceFor(
  context: Context,
  publicId: string,
  act: RemittanceAct,
): Promise<RemittanceAtHand> {
  const id = fromPublicId('RemittanceBatch', publicId);
  const batch = id && (await context.load(remittanceById, id));
  const book = batch && (await bodyForStaff(context, ACTION_OF[act], batch.bookId));
  if (!batch || !book) return refuse(new RemittanceNotFound());
  if (!isOpenTo(act, batch)) refuse(new RemittanceMovedOn(stateOfRemittance(batch)));
  return { batch, today: dayAt(book.timeZone, context.clock.now()) };
}

/** Somebody was quicker: says in which state the batch is now. */
export async function refuseMovedOn(tx: Tx, id: string): Promise<never> {
  const [batch] = await within(tx, findRemittances, [[id]]);
  return refuse(batch ? new RemittanceMovedOn(stateOfRemittance(batch)) : new RemittanceNotFound());
}
