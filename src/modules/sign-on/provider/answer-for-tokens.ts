import type { KoaContextWithOIDC } from 'oidc-provider';
import type { Context, Parts } from '../../../platform/context.ts';
import { ADDRESSES } from '../addresses.ts';
import { programContext } from '../context-of.ts';
import { introspectToken } from './introspect-token.ts';
import { revokeToken } from './revoke-token.ts';
import { factsOf } from './sign-on-client.ts';

/**
 * Revocation (RFC 7009) and introspection (RFC 7662). The library proves who asks; it knows no token of the house, and
 * refuses those that look like a JSON Web Token. What a token is worth is said here instead.
 */
export const answerForTokens =
  (parts: Parts) =>
  async (ctx: KoaContextWithOIDC, next: () => Promise<unknown>): Promise<void> => {
    await next();
    if (ctx.method !== 'POST' || !isProven(ctx)) return;
    const { client, params } = ctx.oidc;
    const token = params?.['token'];
    if (!client || typeof token !== 'string') return;

    const facts = factsOf(client);
    const context: Context = programContext(parts, ctx.req, facts);
    if (ctx.path === ADDRESSES.introspection) {
      ctx.status = 200;
      ctx.body = await introspectToken(context, facts, token);
    } else if (ctx.path === ADDRESSES.revocation && (await revokeToken(context, facts, token))) {
      ctx.status = 200;
      ctx.body = '';
    }
  };

/** The library looks at the token after it has judged the proof, so that its opinion of the token is one of these two. */
const isProven = ({ status, body }: KoaContextWithOIDC): boolean =>
  status === 200 || (body as { readonly error?: string } | null)?.error === 'unsupported_token_type';
