import type { KoaContextWithOIDC } from 'oidc-provider';
import type { Parts } from '../../../platform/context.ts';
import { associationById } from '../../associations/index.ts';
import { ADDRESSES } from '../addresses.ts';
import { pageContext, requestOf } from '../context-of.ts';
import type { ProviderPages } from '../provider/create-provider.ts';
import { factsOf } from '../provider/sign-on-client.ts';
import { drawPage, type Look, type Page } from './draw-page.ts';
import { html } from './html.ts';
import { faultPage, lookOfRealm } from './over-page.ts';
import { localeOfPage } from './page-locale.ts';

/** The pages that the provider itself has to show: signing out, signed out, and what a site did wrong. */
export const providerPages = (parts: Parts): ProviderPages => ({
  signOut: {
    async logoutSource(ctx) {
      const look = await lookOf(parts, ctx);
      answer(ctx, look, signOutPage(look, ctx));
    },
    async postLogoutSuccessSource(ctx) {
      const look = await lookOf(parts, ctx);
      const { wording } = look;
      answer(ctx, look, {
        title: wording.of('signOn.signedOut.title'),
        content: html`<p>${wording.of('signOn.signedOut.said')}</p>
          <p>${wording.of('signOn.signedOut.todo')}</p>`,
      });
    },
  },
  renderError(ctx, { error, error_description: description }) {
    const look = lookOfRealm(parts, requestOf(ctx.req));
    answer(ctx, look, faultPage(look, description ?? error));
  },
});

function signOutPage({ wording }: Look, ctx: KoaContextWithOIDC): Page {
  const { session, params } = ctx.oidc;
  const state = session?.state as { readonly secret?: string } | undefined;
  const back = params?.['post_logout_redirect_uri'];
  return {
    title: wording.of('signOn.signOut.title'),
    leadsTo: typeof back === 'string' ? [back] : [],
    content: html`<p>${wording.of('signOn.signOut.said')}</p>
      <form method="post" action="${ADDRESSES.endSession}/confirm">
        <input type="hidden" name="xsrf" value="${state?.secret ?? ''}" />
        <p>
          <button type="submit" name="logout" value="yes">${wording.of('signOn.signOut.submit')}</button>
          <button type="submit" class="quiet">${wording.of('signOn.signOut.stay')}</button>
        </p>
      </form>`,
  };
}

/** Dressed as the association of the site that asks, if one does. */
async function lookOf(parts: Parts, ctx: KoaContextWithOIDC): Promise<Look> {
  const request = requestOf(ctx.req);
  const client = ctx.oidc.client && factsOf(ctx.oidc.client);
  if (!client) return lookOfRealm(parts, request);

  const { load } = pageContext(parts, request, client, 'fr-CA');
  const association = await load(associationById, client.associationId);
  const locale = localeOfPage(request, association, ctx.oidc.params?.['ui_locales']);
  return { wording: parts.wordings.in(locale), association, addressIn: other => addressIn(ctx, other) };
}

/** The very same request in another language. */
function addressIn(ctx: KoaContextWithOIDC, locale: string): string {
  const query = new URLSearchParams(ctx.querystring);
  query.set('lang', locale);
  return `${ctx.path}?${query.toString()}`;
}

function answer(ctx: KoaContextWithOIDC, look: Look, page: Page): void {
  const { headers, body } = drawPage(look, page);
  ctx.set({ ...headers });
  ctx.body = body;
}
