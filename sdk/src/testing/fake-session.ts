import type { SessionFragment } from '../generated/operations.ts';
import { newIdempotencyKey } from '../idempotency-key.ts';

/** Tokens that the SDK takes for good ones for so long; each call makes others. */
export function fakeSession(seconds = 600): SessionFragment {
  const unique = newIdempotencyKey();
  const claims = btoa(JSON.stringify({ iat: 0, exp: seconds, sid: unique }));
  return { accessToken: `fake.${claims}.token`, refreshToken: `fake-${unique}`, deviceToken: null };
}
