import type { Context } from '../../../platform/context.ts';
import { mayAsStaff } from '../staff-rights.ts';

/** Whether the signed-in person decides for an association, through a tool that may change what is on file. */
export const mayChangeSettings = (context: Context, associationId: string): Promise<boolean> =>
  mayAsStaff(context, 'CHANGE_SETTINGS', associationId);
