import { accountsEntities } from './modules/accounts/index.ts';
import { associationsEntities } from './modules/associations/index.ts';
import { billingEntities } from './modules/billing/index.ts';
import { documentsEntities } from './modules/documents/index.ts';
import { integrationsEntities } from './modules/integrations/index.ts';
import { invitationsEntities } from './modules/invitations/index.ts';
import { membershipsEntities } from './modules/memberships/index.ts';
import { organizationsEntities } from './modules/organizations/index.ts';
import { peopleEntities } from './modules/people/index.ts';
import { signOnEntities } from './modules/sign-on/index.ts';

/** What the modules keep in tables of their own that TypeORM knows. */
export const entities: readonly Function[] = [
  ...associationsEntities,
  ...integrationsEntities,
  ...accountsEntities,
  ...peopleEntities,
  ...documentsEntities,
  ...organizationsEntities,
  ...membershipsEntities,
  ...billingEntities,
  ...invitationsEntities,
  ...signOnEntities,
];
