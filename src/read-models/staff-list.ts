import { fromPublicId } from '../kernel/id.ts';
import { bodyForStaff, type StaffAction } from '../modules/associations/index.ts';
import type { Context } from '../platform/context.ts';
import { Forbidden } from '../platform/graphql/faults.ts';

/** The association whose list staff asks for. One that is absent and one that is not theirs are the same fault. */
export async function associationOfStaff(
  context: Context,
  publicId: string,
  action: StaffAction = 'READ_RECORDS',
): Promise<{ readonly id: string; readonly timeZone: string }> {
  const id = fromPublicId('Association', publicId);
  const body = id && (await bodyForStaff(context, action, id));
  if (!body) throw new Forbidden('STAFF');
  return body;
}
