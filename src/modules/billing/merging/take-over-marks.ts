import { within, type Tx } from '../../../platform/database/database.ts';
import { statement, type Statement } from '../../../platform/database/statement.ts';

const MARKS: Readonly<Record<string, readonly string[]>> = {
  bill_to: ['recorded_by'],
  bill_to_change: ['declined_by'],
  credit_note: ['recorded_by'],
  pay_link: ['created_by'],
  payment: ['recorded_by'],
  payment_return: ['recorded_by'],
  credit_use: ['used_by'],
  card_payment: ['started_by'],
  intent_to_pay: ['stated_by'],
  parked_receipt: ['settled_by'],
  closed_period: ['closed_by'],
  remittance_batch: ['paid_by', 'reversed_by'],
};

const move = (table: string, column: string, unless = ''): Statement<never> =>
  statement(
    `billing-take-over-${table}-${column}`,
    `update ${table} set ${column} = $2 where ${column} = $1 ${unless}`,
  );

// One person must not be both pairs of eyes from here on; where they were already, the trail keeps saying so.
const MOVED: readonly Statement<never>[] = [
  ...Object.entries(MARKS).flatMap(([table, columns]) => columns.map(column => move(table, column))),
  ...[
    ['refund', 'prepared_by'] as const,
    ['remittance_batch', 'prepared_by'] as const,
    ['bill_to_change', 'asked_by'] as const,
  ].flatMap(([table, first]) => [
    move(table, first, 'and approved_by is distinct from $2'),
    move(table, 'approved_by', `and ${first} <> $2`),
  ]),
];

/** Whatever an account has recorded, prepared or approved of money is the act of the one that it was joined to. */
export async function takeOverBilling(
  _parts: object,
  tx: Tx,
  { kept, other }: { readonly kept: string; readonly other: string },
): Promise<Readonly<Record<string, number>>> {
  for (const one of MOVED) await within(tx, one, [other, kept]);
  return {};
}
