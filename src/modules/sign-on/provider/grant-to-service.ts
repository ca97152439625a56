import { errors, type TokenEndpointGrantContext } from 'oidc-provider';
import type { Parts } from '../../../platform/context.ts';
import { CLIENT_SCOPES, type ClientScope } from '../../../platform/graphql/client-scope.ts';
import { factsOf } from './sign-on-client.ts';

export const SERVICE_PARAMETERS = ['scope'] as const;

const isClientScope = (word: string): word is ClientScope =>
  (CLIENT_SCOPES as readonly string[]).includes(word);

/** A tool without a person: a token of its own, for as many of its scopes as it asks for, and all when it asks for none. */
export const grantToService =
  ({ tokens, clock }: Parts) =>
  async (ctx: TokenEndpointGrantContext): Promise<void> => {
    const { client, params } = ctx.oidc;
    const { id, scopes } = factsOf(client);
    const asked = params.scope?.split(' ').filter(word => word !== '') ?? [];
    const granted = asked.length === 0 ? scopes : asked.filter(isClientScope);
    if (granted.length < asked.length || granted.some(word => !scopes.includes(word)))
      throw new errors.InvalidScope('not of this client', asked.join(' '));

    const { token, expiresAt } = await tokens.signForService({ clientId: id, scopes: granted });
    ctx.body = {
      token_type: 'Bearer',
      access_token: token,
      expires_in: Math.round((expiresAt.getTime() - clock.now().getTime()) / 1_000),
      scope: granted.join(' '),
    };
  };
