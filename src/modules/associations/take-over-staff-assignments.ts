import { within, type Tx } from '../../platform/database/database.ts';
import { statement } from '../../platform/database/statement.ts';

const move = statement<{ id: string }>(
  'staff-assignments-take-over',
  'update staff_assignment set account_id = $2 where account_id = $1 returning id',
);

/** Gives the staff roles of one account to another of the same person; whoever calls moves what the account holds. */
export async function takeOverStaffAssignments(
  tx: Tx,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<{ readonly staffAssignments: number }> {
  return { staffAssignments: (await within(tx, move, [from, to])).length };
}
