import { within, type Database, type Tx } from '../database/database.ts';
import { statement } from '../database/statement.ts';

/**
 * How far the clock of this realm is ahead of the machine's, for the queue, whose workers wake by machine time:
 * nothing in a live realm, whose table is empty.
 */
export const CLOCK_AHEAD = `coalesce((select ahead_ms from test_clock), 0) * interval '1 millisecond'`;

/** The same for whoever stores an instant by it: the clock stays where it is until their transaction ends. */
export const CLOCK_AHEAD_HELD = `coalesce((select ahead_ms from test_clock for share), 0) * interval '1 millisecond'`;

const hold = statement<{ aheadMs: bigint }>(
  'clock-offset-hold',
  'select ahead_ms as "aheadMs" from test_clock for update',
);

const set = statement('clock-offset-set', 'update test_clock set ahead_ms = $1');

const moved = statement('clock-offset-moved', 'select from test_clock where ahead_ms > 0');

/** Whether the rows of this database bear dates by a clock that was moved. */
export const clockWasMoved = async ({ db }: { readonly db: Database }): Promise<boolean> =>
  (await db.read(moved)).length > 0;

/** In milliseconds; until the transaction ends nobody else moves the clock. */
export async function holdClockOffset(tx: Tx): Promise<number> {
  const [row] = await within(tx, hold);
  if (!row) throw new Error('a live realm keeps the time of its machine');
  return Number(row.aheadMs);
}

export const setClockOffset = (tx: Tx, aheadMs: number): Promise<unknown> => within(tx, set, [aheadMs]);
