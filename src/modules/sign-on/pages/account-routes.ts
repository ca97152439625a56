import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Provider } from 'oidc-provider';
import { fromPublicId, type AccountId, type SessionId } from '../../../kernel/id.ts';
import type { Parts } from '../../../platform/context.ts';
import { digest } from '../../../platform/secrets/digest.ts';
import { ADDRESSES } from '../addresses.ts';
import { pageContext } from '../context-of.ts';
import { endOwnSession } from '../end-own-session.ts';
import { loginIdOf } from '../enter-site.ts';
import type { Providers } from '../provider/providers.ts';
import { accountPage, wayInPage } from './account-page.ts';
import { sendPage } from './draw-page.ts';
import { bodyOf } from './form-body.ts';
import { lookOfRealm } from './over-page.ts';
import { readBelongings } from './read-belongings.ts';

interface Here {
  readonly accountId: AccountId;
  readonly loginId: SessionId;
}

/** The one page on which a person sees all that they hold, in every tree, and ends sessions. */
export function addAccountPage(server: FastifyInstance, parts: Parts, providers: Providers): void {
  const proofOf = ({ loginId }: Here): string =>
    parts.vault.derive(loginId, 'account-form').toString('base64url');

  const show = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const look = lookOfRealm(parts, request);
    const here = await whoIsHere(await providers.current(), request, reply);
    if (here === null) return sendPage(reply, look, wayInPage(look));
    return sendPage(
      reply,
      look,
      accountPage(look, await readBelongings(parts, here.accountId), proofOf(here)),
    );
  };

  server.get(ADDRESSES.account, show);
  server.post(ADDRESSES.account, async (request, reply) => {
    const here = await whoIsHere(await providers.current(), request, reply);
    const body = bodyOf(request);
    const sessionId = fromPublicId('Session', body.get('session') ?? '');
    const isOurs = here !== null && timingSafeEqual(digest(proofOf(here)), digest(body.get('proof') ?? ''));
    if (isOurs && sessionId !== null) {
      const context = pageContext(parts, request, null, lookOfRealm(parts, request).wording.locale);
      await endOwnSession(context, here, sessionId);
    }
    return show(request, reply);
  });
}

/** Whoever is signed in in this browser. */
async function whoIsHere(
  provider: Provider,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Here | null> {
  const session = await provider.Session.get(provider.createContext(request.raw, reply.raw));
  const loginId = loginIdOf(session.acr);
  const accountId = session.accountId === undefined ? null : fromPublicId('Account', session.accountId);
  return accountId === null || loginId === null ? null : { accountId, loginId };
}
