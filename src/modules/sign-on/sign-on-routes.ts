import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Parts, Settings } from '../../platform/context.ts';
import { RateLimited } from '../../platform/graphql/faults.ts';
import { createRequestBudget } from '../../platform/http/request-budget.ts';
import { peerAddress } from '../../platform/http/request-context.ts';
import type { HttpRoutes } from '../../platform/http/server.ts';
import type { SigningKeys } from '../../platform/secrets/signing-keys.ts';
import type { KeyUses } from '../integrations/index.ts';
import { ADDRESSES } from './addresses.ts';
import { remember } from './context-of.ts';
import { addAccountPage } from './pages/account-routes.ts';
import { addCompletionPage } from './pages/completion-routes.ts';
import { addEmailLinkPage } from './pages/email-link-routes.ts';
import { addNoPage, sayFaults } from './pages/fault-page.ts';
import { addHelpPages } from './pages/help-routes.ts';
import { addInvitationPage } from './pages/invitation-routes.ts';
import { addNewPasswordPage } from './pages/new-password-routes.ts';
import { takeForms } from './pages/form-body.ts';
import { addPageScripts } from './pages/page-scripts.ts';
import { addSignInRoutes } from './pages/sign-in-routes.ts';
import { providerPages } from './pages/sign-out-pages.ts';
import { createProvider } from './provider/create-provider.ts';
import { followKeys, type Providers } from './provider/providers.ts';
import { addUserInfo } from './user-info.ts';

export interface SignOnOptions {
  readonly keys: SigningKeys;
  /** Of one visitor. */
  readonly requestsPerMinute: number;
  readonly keyUses: KeyUses;
}

/** What the library answers itself. Keys are answered beside the API already. */
const LIBRARY = [
  '/.well-known/openid-configuration',
  '/.well-known/oauth-authorization-server',
  ADDRESSES.authorization,
  `${ADDRESSES.authorization}/:uid`,
  ADDRESSES.token,
  ADDRESSES.revocation,
  ADDRESSES.introspection,
  ADDRESSES.endSession,
  `${ADDRESSES.endSession}/confirm`,
  `${ADDRESSES.endSession}/success`,
];

/** The OpenID provider and its pages, on the server of the API. */
export function signOnRoutes(parts: Parts, { keys, requestsPerMinute, keyUses }: SignOnOptions): HttpRoutes {
  const providers = followKeys(keys, own =>
    createProvider(parts, { keys: own, pages: providerPages(parts), keyUses }),
  );
  const budget = createRequestBudget(parts.clock, requestsPerMinute);

  return async server => {
    server.addHook('onRequest', (request, _reply, done) => {
      const { allowed, seconds } = budget.spend(peerAddress(request));
      remember(request);
      stayAtHome(request.raw, parts.settings);
      done(allowed ? undefined : new RateLimited(seconds));
    });
    addUserInfo(server, parts);
    await server.register(scope => addLibrary(scope, providers));
    await server.register(scope => {
      sayFaults(scope, parts);
      takeForms(scope);
      addPageScripts(scope);
      addSignInRoutes(scope, parts, providers);
      addAccountPage(scope, parts, providers);
      addNewPasswordPage(scope, parts);
      addHelpPages(scope, parts);
      addEmailLinkPage(scope, parts);
      addInvitationPage(scope, parts);
      addCompletionPage(scope, parts);
      addNoPage(scope, parts);
    });
  };
}

async function addLibrary(server: FastifyInstance, providers: Providers): Promise<void> {
  // The library reads bodies itself.
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', (_request, _payload, done) => done(null));
  const pass = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const answer = (await providers.current()).callback() as (
      request: IncomingMessage,
      response: ServerResponse,
    ) => Promise<void>;
    reply.hijack();
    for (const [name, value] of Object.entries(reply.getHeaders()))
      if (value !== undefined) reply.raw.setHeader(name, value);
    await answer(request.raw, reply.raw);
  };
  for (const url of LIBRARY) server.route({ method: ['GET', 'POST', 'OPTIONS'], url, handler: pass });
  return Promise.resolve();
}

/** The library builds addresses from what a request says of itself; ours are those of the settings alone. */
function stayAtHome({ headers }: IncomingMessage, { publicUrl }: Pick<Settings, 'publicUrl'>): void {
  const { host, protocol } = new URL(publicUrl);
  headers.host = host;
  headers['x-forwarded-host'] = host;
  headers['x-forwarded-proto'] = protocol.replace(':', '');
}
