import type { CryptoKey } from 'jose';
import type { Parts } from '../context.ts';
import { within, type Tx } from '../database/database.ts';
import { statement } from '../database/statement.ts';
import {
  addSigningKey,
  allSigningKeys,
  openSigningKey,
  type PublicSigningKey,
  type SigningKey,
  type SigningKeyRow,
} from './signing-key.ts';

/** The keys that sign tokens. The table decides, so that all processes agree; each keeps a copy for a minute. */
export interface SigningKeys {
  signing(): Promise<{ readonly kid: string; readonly privateKey: CryptoKey }>;
  /** The key that a token names, or null when no token of it can be in date. */
  verifying(kid: string): Promise<CryptoKey | null>;
  /** Every key that verifiers may meet, from before it signs until its last token has expired. */
  published(): Promise<readonly PublicSigningKey[]>;
  /** Announces the next key, unless one is announced already, and forgets those that are of no more use. */
  rotate(): Promise<void>;
}

export type SigningKeyParts = Pick<Parts, 'db' | 'clock' | 'random' | 'vault' | 'log'>;

/** No configuration lets a token live longer. */
export const LONGEST_TOKEN_SECONDS = 600;

const COPY_LIVES_MS = 60_000;
/** Longer than our own copies live, and than verifiers elsewhere usually keep theirs. */
const ANNOUNCED_MS = 3_600_000;
/** Tokens are signed inside transactions, where waiting for a second connection could stall a full pool. */
const COPY_SIGNS_MS = ANNOUNCED_MS / 2;
/** A key outlives its retirement by its last token, and by the copy through which it may have signed a little late. */
const OUTLIVES_MS = LONGEST_TOKEN_SECONDS * 1_000 + COPY_LIVES_MS;
/** How many tokens with unknown keys may have the table read again in the life of one copy. */
const EARLY_READS = 5;

const lock = statement('signing-key-lock', 'lock table signing_key in share row exclusive mode');
const retire = statement(
  'signing-key-retire',
  'update signing_key set retired_at = $1 where retired_at is null',
);
const forget = statement('signing-key-forget', 'delete from signing_key where retired_at <= $1');

/** Opens the keys of this realm, and makes the first one when none can sign. */
export async function openSigningKeys(parts: SigningKeyParts): Promise<SigningKeys> {
  const { db, clock } = parts;
  let keys = await readKeys(parts, await db.read(allSigningKeys));
  let readAt = clock.now().getTime();
  let earlyReads = 0;
  let reading: Promise<void> | null = null;

  async function readAgain(): Promise<void> {
    keys = await readKeys(parts, await db.read(allSigningKeys));
    readAt = clock.now().getTime();
  }

  function readAgainOnce(): Promise<void> {
    reading ??= readAgain().finally(() => (reading = null));
    return reading;
  }

  async function known(lifeMs = COPY_LIVES_MS): Promise<readonly SigningKey[]> {
    const now = clock.now();
    if (Math.abs(now.getTime() - readAt) >= lifeMs) {
      earlyReads = 0;
      await readAgainOnce();
    }
    return keys.filter(key => inUse(key, now));
  }

  async function find(kid: string): Promise<SigningKey | undefined> {
    const found = (await known()).find(key => key.kid === kid);
    if (found || earlyReads >= EARLY_READS) return found;
    earlyReads++;
    await readAgainOnce();
    return (await known()).find(key => key.kid === kid);
  }

  async function signing(): Promise<SigningKey> {
    const signer = signerAt(await known(COPY_SIGNS_MS), clock.now());
    if (signer) return signer;
    await db.transaction(tx => addSignerWhenNoneSigns(parts, tx));
    await readAgain();
    const made = signerAt(keys, clock.now());
    if (!made) throw new Error('no signing key could be made');
    return made;
  }

  await signing();
  return {
    signing,
    verifying: async kid => (await find(kid))?.publicKey ?? null,
    published: async () => (await known()).map(key => key.published),
    async rotate() {
      await db.transaction(tx => announceNext(parts, tx));
      await readAgain();
    },
  };
}

async function readKeys(parts: SigningKeyParts, rows: readonly SigningKeyRow[]): Promise<SigningKey[]> {
  const opened = await Promise.all(rows.map(row => openSigningKey(parts.vault, row)));
  const keys = opened.filter(key => key !== null);
  const shut = rows.length - keys.length;
  if (shut > 0)
    parts.log.warn({ count: shut }, 'signing keys were sealed under a secret key that is not configured');
  return keys;
}

async function addSignerWhenNoneSigns(parts: SigningKeyParts, tx: Tx): Promise<void> {
  await within(tx, lock);
  const keys = await readKeys(parts, await within(tx, allSigningKeys));
  const now = parts.clock.now();
  if (!signerAt(keys, now)) await addSigningKey(parts, tx, now);
}

async function announceNext(parts: SigningKeyParts, tx: Tx): Promise<void> {
  await within(tx, lock);
  const now = parts.clock.now();
  const rows = await within(tx, allSigningKeys);
  if (!rows.some(row => row.signs_from > now)) {
    const signsFrom = after(now, ANNOUNCED_MS);
    await within(tx, retire, [signsFrom]);
    await addSigningKey(parts, tx, signsFrom);
  }
  await within(tx, forget, [after(now, -OUTLIVES_MS)]);
}

const after = (instant: Date, milliseconds: number): Date => new Date(instant.getTime() + milliseconds);

const signerAt = (keys: readonly SigningKey[], now: Date): SigningKey | undefined =>
  keys.findLast(key => key.signsFrom <= now && (key.retiredAt === null || key.retiredAt > now));

const inUse = (key: SigningKey, now: Date): boolean =>
  key.retiredAt === null || now < after(key.retiredAt, OUTLIVES_MS);
