import { toBase64url } from '../base64url.ts';

/** 256 bits that nobody guesses. */
export const newSecret = (): string => toBase64url(crypto.getRandomValues(new Uint8Array(32)));

/** What may be shown of a secret that is proved later (PKCE, S256). */
export const challengeOf = async (verifier: string): Promise<string> =>
  toBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))));
