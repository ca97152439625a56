import { errors, type TokenEndpointGrantContext } from 'oidc-provider';
import type { Parts } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/problem.ts';
import { refreshSession } from '../../accounts/index.ts';
import { programContext } from '../context-of.ts';
import { factsOf } from './sign-on-client.ts';
import { answerTokens } from './token-answer.ts';

export const REFRESH_PARAMETERS = ['refresh_token', 'scope'] as const;

/** The rotation of `refreshSession`: the library's own destroys everything at the first second tab. */
export const refreshTokens =
  (parts: Parts) =>
  async (ctx: TokenEndpointGrantContext): Promise<void> => {
    const { client, params } = ctx.oidc;
    const context = programContext(parts, ctx.req, factsOf(client));
    const token = params['refresh_token'];
    if (typeof token !== 'string') throw new errors.InvalidRequest('refresh_token');
    const session = await refreshSession(context, token).catch((fault: unknown) => {
      if (fault instanceof Refusal) throw new errors.InvalidGrant('ended');
      throw fault;
    });
    ctx.body = answerTokens(context, session);
  };
