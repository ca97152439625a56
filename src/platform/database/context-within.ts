import type { Context } from '../context.ts';
import type { Tx } from './database.ts';
import { openLoaders } from './loader.ts';

/**
 * The same request as its open transaction sees things: it reads on the transaction's own connection, and remembers
 * nothing of what was loaded before.
 */
export function contextWithin(context: Context, tx: Tx): Context {
  const inside: Context = { ...context, db: context.db.joining(tx), load: openLoaders(() => inside) };
  return inside;
}
