import { accountsLetters } from './modules/accounts/index.ts';
import { billingLetters } from './modules/billing/index.ts';
import { invitationsLetters } from './modules/invitations/index.ts';
import { membershipsLetters } from './modules/memberships/index.ts';
import { organizationsLetters } from './modules/organizations/index.ts';
import { peopleLetters } from './modules/people/index.ts';

/** Every letter of the house. */
export const letters = [
  ...accountsLetters,
  ...peopleLetters,
  ...organizationsLetters,
  ...membershipsLetters,
  ...billingLetters,
  ...invitationsLetters,
] as const;
