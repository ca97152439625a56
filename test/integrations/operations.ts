import { toPublicId } from '../../src/kernel/id.ts';
import {
  appointRealmAdministrator,
  StaffRole,
  type AssociationEntity,
} from '../../src/modules/associations/index.ts';
import { registerClient, type NewClient } from '../../src/modules/integrations/index.ts';
import { givenOffice, type Office } from '../invitations/operations.ts';
import { mutationsOf } from '../support/mutations.ts';
import type { Asked, Portal } from '../support/portal.ts';

export interface ClientSeen {
  readonly id: string;
  readonly name: string;
  readonly displayNames: { readonly fr: string; readonly en: string } | null;
  readonly kind: string;
  readonly signInMode: string;
  readonly publishableKey: string | null;
  readonly origins: readonly string[];
  readonly pages: readonly { page: string; locale: string; url: string }[];
  readonly pagesOf: readonly { code: string }[];
  readonly redirectUris: readonly string[];
  readonly postLogoutRedirectUris: readonly string[];
  readonly backchannelLogoutUri: string | null;
  readonly scopes: readonly string[];
  readonly publicKeys: readonly { readonly kid: string; readonly lastUsedAt: string | null }[];
  readonly keys: readonly { madeAt: string; expiresAt: string | null; lastUsedAt: string | null }[];
  readonly rotatedAt: string | null;
  readonly lastUsedAt: string | null;
  readonly revokedAt: string | null;
  readonly viewerCan: { readonly change: boolean; readonly grantDirectSignIn: boolean };
}

/** Whatever a member of a result union can have; the test looks at what its type has. */
export interface Result {
  readonly __typename: string;
  readonly message: string;
  readonly client: ClientSeen;
  readonly key: string;
  readonly sha256: readonly string[];
  readonly added: readonly string[];
  readonly association: { readonly code: string };
  readonly scopes: readonly string[];
  readonly next: { readonly kind: string };
  readonly issues: readonly { path: string[]; code: string; message: string }[];
}

export const CLIENT = `id name displayNames { fr en } kind signInMode publishableKey origins pages { page locale url } pagesOf { code }
  redirectUris postLogoutRedirectUris backchannelLogoutUri scopes publicKeys { kid lastUsedAt }
  keys { madeAt expiresAt lastUsedAt } rotatedAt lastUsedAt revokedAt viewerCan { change grantDirectSignIn }`;

const ONLY_CLIENT = [
  'setClientDisplayName',
  'setClientOrigins',
  'setClientPages',
  'setClientRedirectUris',
  'setClientSignInMode',
  'revokeClient',
] as const;

const success = (name: string, more = ''): string =>
  `... on ${name.charAt(0).toUpperCase()}${name.slice(1)}Success { client { ${CLIENT} } ${more} }`;

const BEYOND = '... on ScopesBeyondOwn { scopes }';

const FIELDS = {
  ...(Object.fromEntries(ONLY_CLIENT.map(name => [name, success(name)])) as Record<
    (typeof ONLY_CLIENT)[number],
    string
  >),
  registerClient: `${success('registerClient', 'key')} ${BEYOND}`,
  rotateClientKey: `${success('rotateClientKey', 'key')} ${BEYOND}`,
  setClientScopes: `${success('setClientScopes')} ${BEYOND}`,
  setClientPublicKeys: `${success('setClientPublicKeys')} ${BEYOND}`,
  registerClientDocuments: success('registerClientDocuments', 'sha256 added'),
  setAssociationPagesClient: success('setAssociationPagesClient', 'association { code }'),
};

export type Operation = keyof typeof FIELDS;

export const { send, perform } = mutationsOf<Operation, Result>(
  FIELDS,
  `... on Problem { message } ... on InvalidInput { issues { path code message } }
   ... on SignInTooOld { next { kind } }`,
);

/** An administrator at their association's tool. */
export const givenAdmin = (
  portal: Portal,
  body?: { association: AssociationEntity; toolKey: string },
): Promise<Office> => givenOffice(portal, { role: StaffRole.ADMIN, ...(body && { body }) });

/** What the operator does on the command line. */
export const givenRealmAdministrator = (
  { parts }: Portal,
  { account: { id: accountId } }: Pick<Office, 'account'>,
): Promise<boolean> =>
  parts.db.transaction(tx => appointRealmAdministrator(parts, tx, { accountId, byWhom: 'operator' }));

/** A client of an association; by default a site of the office's own. */
export async function givenClient(
  portal: Portal,
  association: AssociationEntity,
  facts: Partial<NewClient> = {},
): Promise<{ readonly id: string; readonly key: string }> {
  const { client, key } = await portal.parts.db.transaction(tx =>
    registerClient(portal.parts, tx, {
      associationId: association.id,
      name: 'Site',
      kind: 'PUBLISHABLE',
      keyMode: 'TEST',
      signInMode: 'HOSTED',
      origins: [],
      pages: [],
      ...facts,
    }),
  );
  return { id: toPublicId('Client', client.id), key };
}

/** A request that says only whether its key is accepted. */
export async function isAccepted(portal: Portal, clientKey: string): Promise<boolean> {
  const { status } = await portal.graphql('{ realm { mode } }', {}, { clientKey });
  return status === 200;
}

const ONE = `query ($id: ID!) { node(id: $id) { ... on Client { ${CLIENT} } } }`;

export async function clientSeen(portal: Portal, id: string, asked: Asked): Promise<ClientSeen | null> {
  const { data } = await portal.graphql<{ node: ClientSeen | null }>(ONE, { id }, asked);
  return data.node;
}
