import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchema } from 'type-graphql';
import { accountsNodes, accountsResolvers } from './modules/accounts/index.ts';
import { associationsNodes, associationsResolvers } from './modules/associations/index.ts';
import { billingNodes, billingResolvers } from './modules/billing/index.ts';
import { documentsNodes, documentsResolvers } from './modules/documents/index.ts';
import { importsNodes, importsResolvers } from './modules/imports/index.ts';
import { integrationsNodes, integrationsResolvers } from './modules/integrations/index.ts';
import { invitationsNodes, invitationsResolvers } from './modules/invitations/index.ts';
import { mailsResolvers } from './modules/mails/index.ts';
import { membershipsResolvers } from './modules/memberships/index.ts';
import { organizationsResolvers } from './modules/organizations/index.ts';
import { peopleNodes, peopleResolvers } from './modules/people/index.ts';
import { privacyResolvers } from './modules/privacy/index.ts';
import { testRealmResolvers } from './modules/test-realm/index.ts';
import { DateTimeScalar } from './platform/graphql/scalars.ts';
import { answerAtOnce } from './platform/graphql/at-once.ts';
import { enforcePolicies } from './platform/graphql/enforce-policy.ts';
import { createNodeResolver } from './platform/graphql/node.ts';
import { LabelsResolver } from './platform/graphql/labels.ts';
import { readModelNodes, readModelResolvers } from './read-models/index.ts';

let built: Promise<GraphQLSchema> | undefined;

/** The schema needs no database and no server, so that any machine can print it, and is the same for all of them. */
export const createSchema = (): Promise<GraphQLSchema> => (built ??= buildHouseSchema());

async function buildHouseSchema(): Promise<GraphQLSchema> {
  const resolvers: readonly Function[] = [
    createNodeResolver([
      ...associationsNodes,
      ...integrationsNodes,
      ...accountsNodes,
      ...peopleNodes,
      ...documentsNodes,
      ...billingNodes,
      ...invitationsNodes,
      ...importsNodes,
      ...readModelNodes,
    ]),
    LabelsResolver,
    ...associationsResolvers,
    ...integrationsResolvers,
    ...accountsResolvers,
    ...peopleResolvers,
    ...mailsResolvers,
    ...documentsResolvers,
    ...organizationsResolvers,
    ...membershipsResolvers,
    ...billingResolvers,
    ...invitationsResolvers,
    ...importsResolvers,
    ...privacyResolvers,
    ...testRealmResolvers,
    ...readModelResolvers,
  ];
  const schema = await buildSchema({
    resolvers: resolvers as [Function, ...Function[]],
    scalarsMap: [{ type: Date, scalar: DateTimeScalar }],
    // Without `target: false, value: false` a failed check would send the password back to the browser.
    validate: { forbidUnknownValues: false, validationError: { target: false, value: false } },
  });
  return answerAtOnce(enforcePolicies(schema));
}
