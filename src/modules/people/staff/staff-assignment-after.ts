import type { Context } from '../../../platform/context.ts';
import { forgetLoaded } from '../../../platform/database/loader.ts';
import { StaffAssignment, staffAssignmentById } from '../../associations/index.ts';

/** The assignment as it stands after an act. */
export async function staffAssignmentAfter(context: Context, id: string): Promise<StaffAssignment> {
  forgetLoaded(context);
  const row = await context.load(staffAssignmentById, id);
  if (!row) throw new Error('an assignment went away');
  return new StaffAssignment(row);
}
