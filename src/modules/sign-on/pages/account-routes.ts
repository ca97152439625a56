import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { fromPublicId } from '../../../kernel/id.ts';
import type { Parts } from '../../../platform/context.ts';
import { ADDRESSES } from '../addresses.ts';
import { pageContext } from '../context-of.ts';
import { endOwnSession } from '../end-own-session.ts';
import type { Providers } from '../provider/providers.ts';
import { accountPage, wayInPage } from './account-page.ts';
import { addAddressesPage } from './addresses-routes.ts';
import { isBackFromSignIn } from './back-from-sign-in.ts';
import { sendPage } from './draw-page.ts';
import { bodyOf } from './form-body.ts';
import { addLinkPage } from './link-routes.ts';
import { lookOfRealm } from './over-page.ts';
import { readBelongings } from './read-belongings.ts';
import { addSecurityPage } from './security-routes.ts';
import { addAccountSignIn, signInAddress } from './sign-in-for-account.ts';
import { isOwnForm, proofOf, whoIsHere } from './who-is-here.ts';

/** The one page on which a person sees all that they hold, in every tree, and ends sessions. */
export function addAccountPage(server: FastifyInstance, parts: Parts, providers: Providers): void {
  const show = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const look = lookOfRealm(parts, request);
    const here = await whoIsHere(await providers.current(), request, reply);
    if (here === null) return showWayIn(request, reply);
    if (isBackFromSignIn(request)) return await reply.redirect(look.addressIn(look.wording.locale), 303);
    return sendPage(
      reply,
      look,
      accountPage(look, await readBelongings(parts, here.accountId), {
        proof: proofOf(parts, here),
        loginId: here.loginId,
      }),
    );
  };

  const showWayIn = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const look = lookOfRealm(parts, request);
    const to = { page: 'account', again: false } as const;
    // Whoever turned back at the sign-in, or just ended their session, is not sent there again.
    const stays = request.method === 'POST' || isBackFromSignIn(request);
    const address = signInAddress(to, look.wording.locale);
    return stays ? sendPage(reply, look, wayInPage(look, address)) : await reply.redirect(address, 303);
  };

  server.get(ADDRESSES.account, show);
  server.post(ADDRESSES.account, async (request, reply) => {
    const here = await whoIsHere(await providers.current(), request, reply);
    const sessionId = fromPublicId('Session', bodyOf(request).get('session') ?? '');
    if (here !== null && sessionId !== null && isOwnForm(parts, request, here)) {
      const context = pageContext(parts, request, null, lookOfRealm(parts, request).wording.locale);
      await endOwnSession(context, here, sessionId);
    }
    return show(request, reply);
  });
  addSecurityPage(server, parts, providers);
  addAddressesPage(server, parts, providers);
  addLinkPage(server, parts, providers);
  addAccountSignIn(server, parts);
}
