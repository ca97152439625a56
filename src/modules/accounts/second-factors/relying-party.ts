import { isIP } from 'node:net';
import type { Context } from '../../../platform/context.ts';
import { refuse } from '../../../platform/problem.ts';
import { PasskeysUnavailable } from './second-factor.problems.ts';

/** The website that a passkey is for, as browsers see it. */
export interface RelyingParty {
  /** Its host; passkeys are found by it. */
  readonly id: string;
  readonly origin: string;
}

/** Of the page that calls; null where no page does, or at an address that browsers take no passkey for. */
export function relyingPartyOf({ visitor: { origin } }: Pick<Context, 'visitor'>): RelyingParty | null {
  const url = origin === null ? null : URL.parse(origin);
  if (!url || url.hostname.startsWith('[') || isIP(url.hostname) !== 0) return null;
  return { id: url.hostname, origin: url.origin };
}

export const demandRelyingParty = (context: Pick<Context, 'visitor'>): RelyingParty =>
  relyingPartyOf(context) ?? refuse(new PasskeysUnavailable());
