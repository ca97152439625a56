import {
  isIntrospectionType,
  isObjectType,
  OperationTypeNode,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { Context } from '../context.ts';
import { forgetLoaded } from '../database/loader.ts';
import { ClientScope } from './client-scope.ts';
import { Forbidden, Unauthenticated } from './faults.ts';
import type { Policy } from './policy.ts';

type Caller = Pick<Context, 'client' | 'actor' | 'settings'>;

/** Throws unless the caller may use what declares this policy, and its client is registered for the scope. */
export function demand(
  policy: Policy,
  { client, actor, settings }: Caller,
  scope: ClientScope | null = null,
): void {
  if (policy === 'ANYONE') return;
  if (!client) throw new Unauthenticated('CLIENT_MISSING');
  if (policy === 'DIRECT_CLIENT' && client.signInMode !== 'DIRECT') throw new Forbidden('DIRECT_CLIENT');
  // A site that anybody can open never exercises a staff assignment, whoever is signed in.
  if (policy === 'STAFF' && client.kind !== 'SECRET') throw new Forbidden('STAFF');
  if (policy === 'TEST_CLIENT' && (client.kind !== 'SECRET' || settings.realmMode !== 'TEST'))
    throw new Forbidden('TEST_CLIENT');
  if (scope !== null && !client.scopes.includes(scope)) throw new Forbidden('SCOPE');
  if ((policy === 'STAFF' || policy === 'SIGNED_IN') && !actor) throw new Unauthenticated();
}

/** Guards every query and mutation by the policy that it declares. Called once, on the finished schema. */
export function enforcePolicies(schema: GraphQLSchema): GraphQLSchema {
  assertPolicies(schema);
  for (const field of rootTypes(schema).flatMap(type => Object.values(type.getFields()))) {
    const answer = field.resolve;
    const policy = policyOf(field);
    if (!answer || !policy) continue;
    const scope = scopeOf(field, policy, schema.getMutationType()?.getFields()[field.name] === field);
    field.resolve = (source, args, context: Context, info): unknown => {
      demand(policy, context, scope);
      if (info.operation.operation === OperationTypeNode.MUTATION) forgetLoaded(context);
      return answer(source, args, context, info);
    };
  }
  return schema;
}

/** Throws when a query, a mutation or an object type says nothing about who may use it. */
export function assertPolicies(schema: GraphQLSchema): void {
  const roots = rootTypes(schema);
  const silentFields = roots.flatMap(type =>
    Object.values(type.getFields())
      .filter(field => !isRootPolicy(policyOf(field)) || !field.resolve)
      .map(field => `${type.name}.${field.name}`),
  );
  const silentTypes = Object.values(schema.getTypeMap())
    .filter(type => isObjectType(type) && !isIntrospectionType(type) && !roots.includes(type))
    .filter(type => policyOf(type) === undefined)
    .map(type => type.name);
  const silent = [...silentFields, ...silentTypes];
  if (silent.length > 0) throw new Error(`no @Policy on ${silent.join(', ')}`);
}

/** The mutations that take a password, and those that are marked so: one request must not try several. */
export const loneMutations = (schema: GraphQLSchema): string[] =>
  Object.values(schema.getMutationType()?.getFields() ?? {})
    .filter(field => policyOf(field) === 'DIRECT_CLIENT' || field.extensions['alone'] === true)
    .map(field => field.name);

const rootTypes = (schema: GraphQLSchema): GraphQLObjectType[] =>
  [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].filter(type => !!type);

const policyOf = ({ extensions }: { extensions: object }): Policy | undefined =>
  (extensions as { policy?: Policy }).policy;

function scopeOf(
  { extensions }: { extensions: object },
  policy: Policy,
  isMutation: boolean,
): ClientScope | null {
  const { scope } = extensions as { scope?: ClientScope };
  if (scope !== undefined) return scope;
  if (policy === 'TEST_CLIENT') return ClientScope.TEST_REALM;
  if (policy !== 'STAFF') return null;
  return isMutation ? ClientScope.MEMBERS_WRITE : ClientScope.MEMBERS_READ;
}

const isRootPolicy = (policy: Policy | undefined): boolean => policy !== undefined && policy !== 'HOLDER';
