import { createHash, timingSafeEqual } from 'node:crypto';
import { errors, type Provider, type TokenEndpointGrantContext } from 'oidc-provider';
import { secondsOf } from '../../../kernel/clock.ts';
import { fromPublicId, toPublicId, type SessionId } from '../../../kernel/id.ts';
import type { Context, Parts } from '../../../platform/context.ts';
import { within } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { digest } from '../../../platform/secrets/digest.ts';
import { endSession } from '../../accounts/index.ts';
import { programContext } from '../context-of.ts';
import { enterSite, loginIdOf, type Entered } from '../enter-site.ts';
import { factsOf } from './sign-on-client.ts';
import { answerTokens } from './token-answer.ts';

export const CODE_PARAMETERS = ['code', 'redirect_uri', 'code_verifier'] as const;

/** The types of the library forget that a code knows whether it was used. */
type Code = InstanceType<Provider['AuthorizationCode']> & { readonly consumed?: number };

const CODE = 'AuthorizationCode';
const ID_TOKEN_SECONDS = 600;

const claim = statement<{ kind: string }>(
  'sign-on-code-claim',
  `update sign_on_state set consumed_at = $2 where kind = '${CODE}' and id_digest = $1 and consumed_at is null
   returning kind`,
);
const remember = statement(
  'sign-on-code-remember',
  `update sign_on_state set session_id = $2 where kind = '${CODE}' and id_digest = $1`,
);
const sessionOfCode = statement<{ sessionId: SessionId }>(
  'sign-on-code-session',
  `select session_id as "sessionId" from sign_on_state
   where kind = '${CODE}' and id_digest = $1 and session_id is not null`,
);

/** Trades a code for the tokens of a session, once. Whoever brings it a second time ends what the first one got. */
export const exchangeCode =
  (parts: Parts) =>
  async (ctx: TokenEndpointGrantContext): Promise<void> => {
    const { client, params, provider } = ctx.oidc;
    const context = programContext(parts, ctx.req, factsOf(client));
    const value = typeof params['code'] === 'string' ? params['code'] : '';
    const code = (await provider.AuthorizationCode.find(value, { ignoreExpiration: true })) as
      Code | undefined;
    if (code?.clientId !== client.clientId) throw new errors.InvalidGrant('unknown');
    if (code.consumed) await refuseReuse(context, value);
    refuseMisfit(code, params);

    const entered = await enterOnce(context, value, code);
    const scope = code.scope ?? 'openid';
    ctx.body = {
      ...answerTokens(context, entered.session),
      scope,
      ...(code.scopes.has('openid') && { id_token: await idTokenOf(ctx, context, code, entered) }),
    };
  };

function refuseMisfit(code: Code, params: Readonly<Record<string, unknown>>): void {
  const { redirect_uri: redirectUri, code_verifier: verifier } = params;
  if (code.isExpired) throw new errors.InvalidGrant('expired');
  if (code.redirectUri !== redirectUri) throw new errors.InvalidGrant('redirect_uri');
  const challenge = Buffer.from(code.codeChallenge ?? '', 'base64url');
  const proof = createHash('sha256')
    .update(typeof verifier === 'string' ? verifier : '')
    .digest();
  if (challenge.length !== proof.length || !timingSafeEqual(challenge, proof))
    throw new errors.InvalidGrant('code_verifier');
}

async function enterOnce(context: Context, value: string, { accountId, acr, scope }: Code): Promise<Entered> {
  const account = fromPublicId('Account', accountId ?? '');
  const loginId = loginIdOf(acr);
  if (account === null || loginId === null) throw new errors.InvalidGrant('unknown');

  const entered = await context.db.transaction(async tx => {
    const [claimed] = await within(tx, claim, [digest(value), context.clock.now()]);
    if (!claimed) return null;
    const entry = await enterSite(context, tx, { loginId, accountId: account, scope: scope ?? 'openid' });
    await within(tx, remember, [digest(value), entry.sessionId]);
    return entry;
  });
  return entered ?? (await refuseReuse(context, value));
}

/** In a transaction of its own: it must last although the answer is a refusal. */
async function refuseReuse(context: Context, value: string): Promise<never> {
  const [first] = await context.db.read(sessionOfCode, [digest(value)]);
  if (first) {
    await context.db.transaction(tx =>
      endSession(context, tx, { ...first, act: 'exchangeCode', why: 'TOKEN_REUSED' }),
    );
  }
  throw new errors.InvalidGrant('used');
}

function idTokenOf(
  ctx: TokenEndpointGrantContext,
  { clock }: Pick<Context, 'clock'>,
  { accountId, authTime, nonce }: Code,
  { sessionId, session }: Entered,
): Promise<string> {
  const { client, provider } = ctx.oidc;
  const issuedAt = secondsOf(clock.now());
  const token = new provider.IdToken({}, { ctx, client });
  // The library would take the machine's time, which in a test realm is another than that of the session.
  token.set('iat', issuedAt);
  token.set('sub', accountId);
  token.set('sid', toPublicId('Session', sessionId));
  token.set('auth_time', authTime);
  token.set('at_hash', session.accessToken);
  if (nonce !== undefined) token.set('nonce', nonce);
  return token.issue({ use: 'idtoken', expiresAt: issuedAt + ID_TOKEN_SECONDS });
}
