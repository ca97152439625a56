import type { PublicSigningKey } from './signing-key.ts';

/** What an access token says. It proves who signed in; what they may do is read from the database on each request. */
export interface AccessClaims {
  readonly accountId: string;
  readonly sessionId: string;
  readonly clientId: string;
}

/** What a token says that a program got for itself. What it may do is read from the database as well. */
export interface ServiceClaims {
  readonly clientId: string;
  /** Those that it asked for: never more than the client has. */
  readonly scopes: readonly string[];
}

interface SignedToken {
  readonly token: string;
  readonly expiresAt: Date;
}

/** Short-lived ES256 JWTs after RFC 9068, signed with the realm's rotating keys. */
export interface AccessTokens {
  sign(claims: AccessClaims): Promise<SignedToken>;
  signForService(claims: ServiceClaims): Promise<SignedToken>;
  /** Null for anything that is not a token of this realm, in date, for this audience. */
  verify(token: string): Promise<AccessClaims | null>;
  /** The same of a token without a person. */
  verifyForService(token: string): Promise<ServiceClaims | null>;
  /** The document of `/.well-known/jwks.json`. */
  jwks(): Promise<{ readonly keys: readonly PublicSigningKey[] }>;
}
