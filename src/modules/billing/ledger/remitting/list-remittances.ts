import type { Context } from '../../../../platform/context.ts';
import type { ConnectionArgs, Page } from '../../../../platform/graphql/connection.ts';
import { readWalk, walkByInstant, type InstantWalk } from '../../../../platform/graphql/instant-walk.ts';
import { REMITTANCE_COLUMNS, type RemittanceRow } from './remittance.rows.ts';
import { RemittanceBatch } from './remittance.type.ts';

/** At which end of the batches an association stands. */
export type RemittanceSide = 'BOOK' | 'BODY';

const walkOf = (side: RemittanceSide, column: string): InstantWalk<RemittanceRow> =>
  walkByInstant(`remittances-${side.toLowerCase()}`, {
    columns: REMITTANCE_COLUMNS,
    from: `from remittance_batch where ${column} = $1`,
    values: 1,
    instant: 'prepared_at',
  });

const WALKS = { BOOK: walkOf('BOOK', 'book_id'), BODY: walkOf('BODY', 'body_id') } as const;

/** The batches of a book, or those that concern a body. Whoever asks judges who may see them. */
export const listRemittances = (
  context: Context,
  side: RemittanceSide,
  associationId: string,
  args: ConnectionArgs,
): Promise<Page<RemittanceBatch>> =>
  readWalk(context, WALKS[side], [associationId], args, row => new RemittanceBatch(row, context.locale));
