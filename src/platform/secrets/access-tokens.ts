import type { PublicSigningKey } from './signing-key.ts';

/** What an access token says. It proves who signed in; what they may do is read from the database on each request. */
export interface AccessClaims {
  readonly accountId: string;
  readonly sessionId: string;
  readonly clientId: string;
}

/** Short-lived ES256 JWTs after RFC 9068, signed with the realm's rotating keys. */
export interface AccessTokens {
  sign(claims: AccessClaims): Promise<{ readonly token: string; readonly expiresAt: Date }>;
  /** Null for anything that is not a token of this realm, in date, for this audience. */
  verify(token: string): Promise<AccessClaims | null>;
  /** The document of `/.well-known/jwks.json`. */
  jwks(): Promise<{ readonly keys: readonly PublicSigningKey[] }>;
}
