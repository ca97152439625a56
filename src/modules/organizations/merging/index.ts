/** A room of organizations: two records that become one. What is common to all merges lies in people. */
import { organizationsJoined, organizationsSeparated } from './merge.mails.ts';
import { MergeOrganizationsResolver } from './merge-organizations.graphql.ts';

export { organizationMerging } from './organization-merging.ts';
export { personsInOrganizations } from './persons-mover.ts';

export const mergingResolvers: readonly Function[] = [MergeOrganizationsResolver];
export const mergingLetters = [organizationsJoined, organizationsSeparated] as const;
