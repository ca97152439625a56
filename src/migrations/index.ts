import type { MigrationInterface } from 'typeorm';
import { AddPlatform1795300000000 } from './1795300000000-add-platform.ts';
import { AddAssociations1795300000100 } from './1795300000100-add-associations.ts';
import { AddAccounts1795300000200 } from './1795300000200-add-accounts.ts';
import { AddPeopleAndOrganizations1795300000300 } from './1795300000300-add-people-and-organizations.ts';
import { AddMemberships1795300000400 } from './1795300000400-add-memberships.ts';
import { AddInvitations1795300000500 } from './1795300000500-add-invitations.ts';

/** Every migration, oldest first. A migration that has left the house is never edited: add another. */
export const migrations: readonly (new () => MigrationInterface)[] = [
  AddPlatform1795300000000,
  AddAssociations1795300000100,
  AddAccounts1795300000200,
  AddPeopleAndOrganizations1795300000300,
  AddMemberships1795300000400,
  AddInvitations1795300000500,
];
