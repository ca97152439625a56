import { exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK } from 'jose';
import type { Clock } from '../../kernel/clock.ts';
import type { Random } from '../../kernel/random.ts';
import { within, type Tx } from '../database/database.ts';
import { statement } from '../database/statement.ts';
import { BoxNotOpened } from './create-vault.ts';
import type { Vault } from './vault.ts';

/** The one algorithm of the house. */
export const SIGNING_ALGORITHM = 'ES256';

/** What verifiers are told about a key. */
export interface PublicSigningKey {
  readonly kid: string;
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
  readonly alg: typeof SIGNING_ALGORITHM;
  readonly use: 'sig';
}

export interface SigningKey {
  readonly kid: string;
  readonly signsFrom: Date;
  /** When its successor takes over; null for the newest one. */
  readonly retiredAt: Date | null;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  readonly published: PublicSigningKey;
}

export interface SigningKeyRow {
  readonly id: string;
  readonly sealed_private_key: Buffer;
  readonly signs_from: Date;
  readonly retired_at: Date | null;
}

export const allSigningKeys = statement<SigningKeyRow>(
  'signing-key-all',
  'select id, sealed_private_key, signs_from, retired_at from signing_key order by signs_from, id',
);

const insert = statement(
  'signing-key-insert',
  `insert into signing_key (id, public_key, sealed_private_key, made_at, signs_from) values ($1, $2, $3, $4, $5)`,
);

const labelOf = (kid: string): string => `signing_key:${kid}`;

/** Makes a key that signs from then on. */
export async function addSigningKey(
  parts: { readonly clock: Clock; readonly random: Random; readonly vault: Vault },
  tx: Tx,
  signsFrom: Date,
): Promise<void> {
  const kid = Buffer.from(parts.random(12)).toString('base64url');
  const { privateKey } = await generateKeyPair(SIGNING_ALGORITHM, { extractable: true });
  const jwk = await exportJWK(privateKey);
  const box = parts.vault.seal(JSON.stringify(jwk), labelOf(kid));
  await within(tx, insert, [kid, publicPart(kid, jwk), box, parts.clock.now(), signsFrom]);
}

/**
 * The key of a row, or null when it was sealed under a key of the vault that is no longer configured. The public
 * half is taken from the sealed one: whoever can write to the table alone cannot have their own key trusted.
 */
export async function openSigningKey(vault: Vault, row: SigningKeyRow): Promise<SigningKey | null> {
  const jwk = unsealed(vault, row);
  if (!jwk) return null;
  const published = publicPart(row.id, jwk);
  return {
    kid: row.id,
    signsFrom: row.signs_from,
    retiredAt: row.retired_at,
    privateKey: await importJWK({ ...published, d: jwk.d ?? '' }, SIGNING_ALGORITHM),
    publicKey: await importJWK({ ...published }, SIGNING_ALGORITHM),
    published,
  };
}

function unsealed(vault: Vault, row: SigningKeyRow): JWK | null {
  try {
    return JSON.parse(vault.open(row.sealed_private_key, labelOf(row.id))) as JWK;
  } catch (error) {
    if (error instanceof BoxNotOpened) return null;
    throw error;
  }
}

function publicPart(kid: string, { x = '', y = '' }: JWK): PublicSigningKey {
  return { kid, kty: 'EC', crv: 'P-256', x, y, alg: SIGNING_ALGORITHM, use: 'sig' };
}
