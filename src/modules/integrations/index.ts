/**
 * The programs that speak to the house: partner sites and internal tools.
 *
 * Responsible for: registering them, their keys and how these are replaced, what they may be used for, the origins from
 * which their pages call, the addresses to which mails and sign-ins lead, and the documents that they registered.
 * Not responsible for: who is signed in (accounts), what that person may do (associations), signing people in for them
 * (sign-on), answering preflights and choosing documents (http).
 */
import {
  ClientDocumentEntity,
  ClientEntity,
  ClientKeyEntity,
  ClientKeyPairUseEntity,
  ClientOriginEntity,
  ClientPageEntity,
  ClientRedirectUriEntity,
} from './client.entity.ts';
import { ClientsResolver } from './registration/list-clients.graphql.ts';
import { RegisterClientResolver } from './registration/register-client.graphql.ts';
import { RegisterClientDocumentsResolver } from './registration/register-client-documents.graphql.ts';
import { RevokeClientResolver } from './registration/revoke-client.graphql.ts';
import { RotateClientKeyResolver } from './registration/rotate-client-key.graphql.ts';
import { SetAssociationPagesClientResolver } from './registration/set-association-pages-client.graphql.ts';
import { SetClientDisplayNameResolver } from './registration/set-client-display-name.graphql.ts';
import { SetClientOriginsResolver } from './registration/set-client-origins.graphql.ts';
import { SetClientPagesResolver } from './registration/set-client-pages.graphql.ts';
import { SetClientPublicKeysResolver } from './registration/set-client-public-keys.graphql.ts';
import { SetClientRedirectUrisResolver } from './registration/set-client-redirect-uris.graphql.ts';
import { SetClientScopesResolver } from './registration/set-client-scopes.graphql.ts';
import { SetClientSignInModeResolver } from './registration/set-client-sign-in-mode.graphql.ts';

export { ClientEntity, ClientKeyEntity, ClientOriginEntity, ClientPageEntity, ClientRedirectUriEntity };
export { clientForProvider, holdsKey, type ProviderClient } from './client-for-provider.ts';
export { clientOfTree } from './client-of-tree.ts';
export { CLIENT_PAGES, realmPagePath, type ClientPage } from './client-page.ts';
export { documentOfClient } from './document-of-client.ts';
export {
  CLIENT_JSON,
  CLIENT_OF_KEY,
  CLIENT_SOURCE,
  identifyClient,
  keyValues,
  type IdentifiedClient,
} from './identify-client.ts';
export { integrationsWordingEn } from './integrations.wording.en.ts';
export { integrationsWordingFr } from './integrations.wording.fr.ts';
export { isRegisteredOrigin } from './is-registered-origin.ts';
export { createKeyUses, type KeyUses } from './key-uses.ts';
export { ownPageUrl } from './own-page-url.ts';
export { pageUrl, registeredPageUrl } from './page-url.ts';
export { ClientPageKind } from './registration/client.enums.ts';
export { HELP_OF, helpUrl, REALM_HELP, realmHelpPath, type RealmHelp } from './realm-help.ts';
export type { PublicKey } from './public-keys.ts';
export { integrationsNodes } from './registration/clients.nodes.ts';
export { registerClient, type DisplayName, type NewClient, type NewClientPage } from './register-client.ts';

export const integrationsEntities: readonly Function[] = [
  ClientEntity,
  ClientKeyEntity,
  ClientKeyPairUseEntity,
  ClientOriginEntity,
  ClientPageEntity,
  ClientRedirectUriEntity,
  ClientDocumentEntity,
];

export const integrationsResolvers: readonly Function[] = [
  ClientsResolver,
  RegisterClientResolver,
  SetClientDisplayNameResolver,
  SetClientOriginsResolver,
  SetClientPagesResolver,
  SetClientRedirectUrisResolver,
  SetClientScopesResolver,
  SetClientPublicKeysResolver,
  SetClientSignInModeResolver,
  RotateClientKeyResolver,
  RevokeClientResolver,
  RegisterClientDocumentsResolver,
  SetAssociationPagesClientResolver,
];
