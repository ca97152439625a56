import { decodeJwt } from 'jose';
import type { Client, KoaContextWithOIDC, Provider } from 'oidc-provider';
import type { Parts } from '../../../platform/context.ts';
import { ADDRESSES } from '../addresses.ts';
import { pageContext, requestOf } from '../context-of.ts';
import { loginIdOf } from '../enter-site.ts';
import { signOutOfRealm } from '../sign-out.ts';

const SUCCESS = `${ADDRESSES.endSession}/success`;

type Step = (ctx: KoaContextWithOIDC, next: () => Promise<unknown>) => Promise<void>;

/** What signing out means beyond the browser, which is all that the provider knows of. */
export const afterSignOut =
  (parts: Parts, provider: Provider): Step =>
  async (ctx, next) => {
    if (ctx.method === 'GET' && ctx.path === ADDRESSES.endSession) {
      const session = await provider.Session.get(ctx);
      // Nobody is signed in any more, so that there is nothing to confirm: the provider would ask a script to do it.
      if (session.accountId === undefined) return goBack(ctx, provider);
    }
    await next();
    if (ctx.path !== `${ADDRESSES.endSession}/confirm` || ctx.method !== 'POST') return;
    const { session } = ctx.oidc;
    if (session === undefined) return;
    if (!isOver(session)) {
      leadOn(ctx);
      return;
    }
    const loginId = loginIdOf(session.acr);
    if (loginId === null) return;
    await signOutOfRealm(pageContext(parts, requestOf(ctx.req), null, 'fr-CA'), loginId);
  };

const isOver = (session: object): boolean => (session as { readonly destroyed?: boolean }).destroyed === true;

/** Whoever stays comes back without the `state`, by which a site knows that it is over; without a site, to the own page. */
function leadOn(ctx: KoaContextWithOIDC): void {
  const location = ctx.response.get('location');
  if (!location) return;
  const { issuer } = ctx.oidc;
  const address = new URL(location, issuer);
  address.searchParams.delete('state');
  const isOurs = address.origin === new URL(issuer).origin && address.pathname === SUCCESS;
  ctx.redirect(isOurs ? ADDRESSES.account : address.href);
}

/** Only to an address that the site has registered: whose site it is need not be proved for that. */
async function goBack(ctx: KoaContextWithOIDC, provider: Provider): Promise<void> {
  const { post_logout_redirect_uri: back, state } = ctx.query;
  const client = await askingClient(ctx, provider);
  ctx.set('cache-control', 'no-store');
  ctx.status = 303;
  if (typeof back === 'string' && client?.postLogoutRedirectUriAllowed(back)) {
    const address = new URL(back);
    if (typeof state === 'string') address.searchParams.set('state', state);
    ctx.redirect(address.href);
    return;
  }
  const query = client ? `?client_id=${client.clientId}` : '';
  ctx.redirect(`${SUCCESS}${query}`);
}

async function askingClient({ query }: KoaContextWithOIDC, provider: Provider): Promise<Client | undefined> {
  const named = query['client_id'] ?? audienceOf(query['id_token_hint']);
  return typeof named === 'string' ? provider.Client.find(named) : undefined;
}

function audienceOf(hint: unknown): unknown {
  try {
    return typeof hint === 'string' ? decodeJwt(hint).aud : undefined;
  } catch {
    return undefined;
  }
}
