import type { Context } from '../../../platform/context.ts';
import type { Session } from '../../accounts/index.ts';

/** A session in the words of OAuth. */
export const answerTokens = (
  { clock }: Pick<Context, 'clock'>,
  { accessToken, accessTokenExpiresAt, refreshToken }: Session,
): Record<string, string | number> => ({
  token_type: 'Bearer',
  access_token: accessToken,
  expires_in: Math.max(0, Math.round((accessTokenExpiresAt.getTime() - clock.now().getTime()) / 1_000)),
  refresh_token: refreshToken,
});
