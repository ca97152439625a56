/**
 * The programs that speak to the house: partner sites and internal tools.
 *
 * Responsible for: registering them, knowing them by their key, the origins from which their pages call, and the
 * addresses of those pages that links in mails open.
 * Not responsible for: who is signed in (accounts), what that person may do (associations), answering preflights (http).
 */
import { ClientEntity, ClientOriginEntity, ClientPageEntity } from './client.entity.ts';

export { ClientEntity, ClientOriginEntity, ClientPageEntity };
export { type ClientPage } from './client-page.ts';
export {
  CLIENT_COLUMNS,
  CLIENT_OF_KEY,
  CLIENT_SOURCE,
  identifyClient,
  keyValues,
  type IdentifiedClient,
} from './identify-client.ts';
export { isRegisteredOrigin } from './is-registered-origin.ts';
export { pageUrl } from './page-url.ts';
export { registerClient, type NewClient, type NewClientPage } from './register-client.ts';

export const integrationsEntities: readonly Function[] = [ClientEntity, ClientOriginEntity, ClientPageEntity];
