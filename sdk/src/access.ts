import type { Tokens } from './outcome.ts';

/** A refresh is due this long before the token ends. */
export const AHEAD = 30_000;

/** An access token in hand. */
export interface Access {
  readonly token: string;
  /** Which session it belongs to, across the refreshes. */
  readonly session: string;
  /** Whether the service takes it, so many milliseconds from now. */
  lasts(ahead?: number): boolean;
}

/**
 * Counts from now on by the token's own length of life: people's clocks are wrong, their stopwatches are not. What is
 * no JWT is used until the service refuses it.
 */
function lifetimeOf(token: string): number {
  try {
    const [, body = ''] = token.split('.');
    const { iat, exp } = JSON.parse(atob(body.replace(/-/g, '+').replace(/_/g, '/'))) as {
      iat: number;
      exp: number;
    };
    const lifetime = (exp - iat) * 1000;
    return lifetime >= 0 ? lifetime : Infinity;
  } catch {
    return Infinity;
  }
}

export function accessOf({ accessToken }: Pick<Tokens, 'accessToken'>, session: string): Access {
  const end = performance.now() + lifetimeOf(accessToken);
  return {
    token: accessToken,
    session,
    lasts: (ahead = 0) => performance.now() + ahead < end,
  };
}
