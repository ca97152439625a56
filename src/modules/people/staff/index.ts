/** A room of people: who is put on the staff of an association, and taken off it. */
import { allAsTheyWere, type SendAgainByLetter } from '../../../platform/mail/index.ts';
import { AssignStaffResolver } from './assign-staff.graphql.ts';
import { AssociationStaffResolver } from './association-staff.graphql.ts';
import { EndStaffAssignmentResolver } from './end-staff-assignment.graphql.ts';
import { StaffAssignmentPersonResolver } from './staff-assignment-person.graphql.ts';
import { staffRoleEnded, staffRoleGiven } from './staff.mails.ts';

export const staffResolvers: readonly Function[] = [
  AssignStaffResolver,
  EndStaffAssignmentResolver,
  AssociationStaffResolver,
  StaffAssignmentPersonResolver,
];
export const staffLetters = [staffRoleGiven, staffRoleEnded] as const;
/** None holds a secret. */
export const staffSendAgain: SendAgainByLetter = allAsTheyWere(staffLetters);
