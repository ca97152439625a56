import type { Context } from '../../../platform/context.ts';
import { ClientScope } from '../../../platform/graphql/client-scope.ts';
import { mayActAsStaff } from '../staff-rights.ts';
import { StaffRole } from '../staff.enums.ts';

/** Whether the signed-in person decides for an association, through a tool that may change what is on file. */
export const mayChangeSettings = (context: Context, associationId: string): Promise<boolean> =>
  mayActAsStaff(context, associationId, [StaffRole.ADMIN], ClientScope.MEMBERS_WRITE);
