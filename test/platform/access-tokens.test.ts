import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createPublicKey, randomBytes } from 'node:crypto';
import {
  base64url,
  CompactSign,
  exportSPKI,
  generateKeyPair,
  importJWK,
  SignJWT,
  UnsecuredJWT,
  type JWTPayload,
} from 'jose';
import { newId, toPublicId, type AccountId } from '../../src/kernel/id.ts';
import type { Settings } from '../../src/platform/context.ts';
import { createAccessTokens } from '../../src/platform/secrets/create-access-tokens.ts';
import type { AccessClaims, AccessTokens } from '../../src/platform/secrets/access-tokens.ts';
import { createVault } from '../../src/platform/secrets/create-vault.ts';
import { openSigningKeys, type SigningKeys } from '../../src/platform/secrets/signing-keys.ts';
import { openDatabase, type TestDatabase } from '../support/database.ts';
import { days, hours, minutes, seconds } from '../support/fake-clock.ts';

const ORIGIN = 'https://adhesion.oppi.ca';
const settings: Settings = {
  realmMode: 'TEST',
  publicUrl: ORIGIN,
  accessTokenSeconds: 600,
  sessionIdleDays: 30,
  sessionDays: 90,
  staffSessionIdleMinutes: 60,
  staffSessionHours: 12,
};

let house: TestDatabase;
let keys: SigningKeys;
let tokens: AccessTokens;
let claims: AccessClaims;

beforeAll(async () => {
  house = await openDatabase();
});
afterAll(() => house.close());
beforeEach(async () => {
  await house.source.query('delete from signing_key');
  house.clock.setTo('2026-11-22T15:00:00.000Z');
  keys = await openSigningKeys(house);
  tokens = tokensOf(keys);
  claims = { accountId: anyId(), sessionId: anyId(), clientId: anyId() };
});

const anyId = (): string => newId(house.clock, randomBytes);
const tokensOf = (of: SigningKeys, changed: Partial<Settings> = {}): AccessTokens =>
  createAccessTokens({
    clock: house.clock,
    random: randomBytes,
    settings: { ...settings, ...changed },
    keys: of,
  });
const partsOf = (
  token: string,
): [header: Record<string, unknown>, payload: JWTPayload, signature: string] => {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const read = (part: string) =>
    JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>;
  return [read(header), read(payload), signature];
};
const written = (part: unknown): string => base64url.encode(JSON.stringify(part));
const lines = async (): Promise<number> =>
  (await house.source.query<object[]>('select 1 from signing_key')).length;

describe('an access token', () => {
  it('says who signed in where, for ten minutes at most, as RFC 9068 words it', async () => {
    const { token, expiresAt } = await tokens.sign(claims);

    const [header, payload] = partsOf(token);
    const { kid } = await keys.signing();
    const issuedAt = house.clock.now().getTime() / 1_000;
    expect(header).toEqual({ alg: 'ES256', typ: 'at+jwt', kid });
    expect(payload).toEqual({
      iss: ORIGIN,
      aud: `${ORIGIN}/graphql`,
      sub: toPublicId('Account', claims.accountId as AccountId),
      sid: expect.stringMatching(/^ses_/),
      client_id: expect.stringMatching(/^cli_/),
      iat: issuedAt,
      exp: issuedAt + 600,
      jti: expect.stringMatching(/^[\w-]{22}$/),
    });
    expect(expiresAt).toEqual(new Date('2026-11-22T15:10:00.000Z'));
    expect(await tokens.verify(token)).toEqual(claims);
  });

  it('is a new one each time', async () => {
    const made = await Promise.all([tokens.sign(claims), tokens.sign(claims)]);

    expect(made[0].token).not.toBe(made[1].token);
  });

  it('is good until the second before it expires, and not at that second, seen before or not', async () => {
    const { token } = await tokens.sign(claims);
    const unseen = tokensOf(keys);

    house.clock.advance(minutes(10) - seconds(1));
    expect(await tokens.verify(token)).toEqual(claims);

    house.clock.advance(seconds(1));
    expect(await tokens.verify(token)).toBeNull();
    expect(await unseen.verify(token)).toBeNull();
  });

  it('is not made to live longer, whatever the settings ask for', () => {
    expect(() => tokensOf(keys, { accessTokenSeconds: 601 })).toThrow(RangeError);
  });

  it('is verified without asking the database again', async () => {
    const { token } = await tokens.sign(claims);
    const asked: string[] = [];
    const watched: SigningKeys = { ...keys, verifying: kid => (asked.push(kid), keys.verifying(kid)) };
    const watching = tokensOf(watched);

    for (let time = 0; time < 5; time++) await watching.verify(token);

    expect(asked).toHaveLength(1);
  });

  it('is a fault of ours, not a bad token, when the keys cannot be read', async () => {
    const { token } = await tokens.sign(claims);
    const broken = tokensOf({ ...keys, verifying: () => Promise.reject(new Error('no database')) });

    await expect(broken.verify(token)).rejects.toThrow('no database');
  });
});

describe('a forged token is refused', () => {
  interface Forging {
    readonly good: string;
    readonly header: { readonly alg: string; readonly typ: string; readonly kid: string };
    readonly payload: JWTPayload;
    /** Signs with the realm's own key, as only a leak would allow. */
    readonly signed: (header: object, payload: JWTPayload | readonly string[]) => Promise<string>;
  }

  async function forging(): Promise<Forging> {
    const { token } = await tokens.sign(claims);
    const [header, payload] = partsOf(token);
    const { privateKey } = await keys.signing();
    return {
      good: token,
      header: header as Forging['header'],
      payload,
      signed: (otherHeader, otherPayload) =>
        new CompactSign(Buffer.from(JSON.stringify(otherPayload)))
          .setProtectedHeader({ ...header, ...otherHeader } as { alg: string })
          .sign(privateKey),
    };
  }

  const hmacWithPublicKey = async ({ header, payload }: Forging, asPem: boolean): Promise<string> => {
    const [jwk] = (await tokens.jwks()).keys;
    const publicKey = createPublicKey({ key: { ...jwk }, format: 'jwk' });
    const secret = asPem ? publicKey.export({ type: 'spki', format: 'pem' }) : JSON.stringify(jwk);
    return new SignJWT(payload).setProtectedHeader({ ...header, alg: 'HS256' }).sign(Buffer.from(secret));
  };
  const withOwnKey = async ({ payload }: Forging, header: (jwk: object) => object): Promise<string> => {
    const own = await generateKeyPair('ES256', { extractable: true });
    const spki = await exportSPKI(own.publicKey);
    const jwk = createPublicKey(spki).export({ format: 'jwk' });
    return new SignJWT(payload)
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', ...header(jwk) })
      .sign(own.privateKey);
  };
  const without = (payload: JWTPayload, claim: string): JWTPayload =>
    Object.fromEntries(Object.entries(payload).filter(([name]) => name !== claim));
  const cut = (text: string, place: number): [string, string, string] =>
    text.split('.').with(place, '') as [string, string, string];

  it.each<[string, (f: Forging) => string | Promise<string>]>([
    ['alg none, unsigned', ({ payload }) => new UnsecuredJWT(payload).encode()],
    ['alg none with our header', f => `${written({ ...f.header, alg: 'none' })}.${written(f.payload)}.`],
    [
      'alg None with the signature kept',
      f => `${written({ ...f.header, alg: 'None' })}.${f.good.split('.').slice(1).join('.')}`,
    ],
    [
      'no algorithm',
      f => `${written({ typ: f.header.typ, kid: f.header.kid })}.${f.good.split('.').slice(1).join('.')}`,
    ],
    ['HS256 with the public key as PEM', f => hmacWithPublicKey(f, true)],
    ['HS256 with the public key as JWK', f => hmacWithPublicKey(f, false)],
    ['ES384 named', f => `${written({ ...f.header, alg: 'ES384' })}.${f.good.split('.').slice(1).join('.')}`],
    ['a key of their own under our kid', f => withOwnKey(f, () => ({ kid: f.header.kid }))],
    ['a key of their own in the header', f => withOwnKey(f, jwk => ({ kid: f.header.kid, jwk }))],
    [
      'a key of their own at an address',
      f => withOwnKey(f, () => ({ kid: f.header.kid, jku: 'https://evil.ca/jwks' })),
    ],
    [
      'a key of their own as certificate',
      f => withOwnKey(f, () => ({ kid: f.header.kid, x5u: 'https://evil.ca/x5u' })),
    ],
    ['an unknown kid', f => f.signed({ kid: 'other' }, f.payload)],
    ['a kid that is a path', f => f.signed({ kid: '../../etc/passwd' }, f.payload)],
    ['a kid that is SQL', f => f.signed({ kid: "' or 1=1 --" }, f.payload)],
    ['a kid that is no text', f => f.signed({ kid: 7 }, f.payload)],
    ['no kid', f => f.signed({ kid: undefined }, f.payload)],
    ['typ JWT', f => f.signed({ typ: 'JWT' }, f.payload)],
    ['typ id_token+jwt', f => f.signed({ typ: 'id_token+jwt' }, f.payload)],
    ['no typ', f => f.signed({ typ: undefined }, f.payload)],
    ['crit with an extension', f => f.signed({ crit: ['b64'], b64: true }, f.payload)],
    [
      'crit with an unknown extension',
      f => `${written({ ...f.header, crit: ['exp'], exp: 1 })}.${f.good.split('.').slice(1).join('.')}`,
    ],
    ['empty crit', f => `${written({ ...f.header, crit: [] })}.${f.good.split('.').slice(1).join('.')}`],
    ['another issuer', f => f.signed({}, { ...f.payload, iss: 'https://evil.ca' })],
    ['our issuer with a slash', f => f.signed({}, { ...f.payload, iss: `${ORIGIN}/` })],
    ['no issuer', f => f.signed({}, without(f.payload, 'iss'))],
    ['another audience', f => f.signed({}, { ...f.payload, aud: 'https://evil.ca/graphql' })],
    ['the bare origin as audience', f => f.signed({}, { ...f.payload, aud: ORIGIN })],
    ['no audience', f => f.signed({}, without(f.payload, 'aud'))],
    [
      'expired this very second',
      f => f.signed({}, { ...f.payload, exp: house.clock.now().getTime() / 1_000 }),
    ],
    ['no expiry', f => f.signed({}, without(f.payload, 'exp'))],
    ['an expiry that is text', f => f.signed({}, { ...f.payload, exp: '9999999999' as unknown as number })],
    ['not valid yet', f => f.signed({}, { ...f.payload, nbf: house.clock.now().getTime() / 1_000 + 60 })],
    ['no date of issue', f => f.signed({}, without(f.payload, 'iat'))],
    ['no token id', f => f.signed({}, without(f.payload, 'jti'))],
    ['no subject', f => f.signed({}, without(f.payload, 'sub'))],
    ['no session', f => f.signed({}, without(f.payload, 'sid'))],
    ['no client', f => f.signed({}, without(f.payload, 'client_id'))],
    [
      'an organization as subject',
      f => f.signed({}, { ...f.payload, sub: `org_${f.payload.sub?.slice(4)}` }),
    ],
    ['a session that is a list', f => f.signed({}, { ...f.payload, sid: [f.payload['sid']] })],
    [
      'another subject under the old signature',
      f => [written(f.header), written({ ...f.payload, sub: 'acc_x' }), f.good.split('.')[2]].join('.'),
    ],
    [
      'a changed signature',
      f => f.good.slice(0, -8) + (f.good.at(-8) === 'A' ? 'B' : 'A') + f.good.slice(-7),
    ],
    [
      'a signature of zeros',
      f => [...f.good.split('.').slice(0, 2), base64url.encode(new Uint8Array(64))].join('.'),
    ],
    ['no signature', f => cut(f.good, 2).join('.')],
    ['no header', f => cut(f.good, 0).join('.')],
    ['no payload', f => cut(f.good, 1).join('.')],
    ['two parts', f => f.good.split('.').slice(0, 2).join('.')],
    ['four parts', f => `${f.good}.${f.good.split('.')[2]}`],
    [
      'a payload that is no JSON',
      f => [written(f.header), base64url.encode('{'), f.good.split('.')[2]].join('.'),
    ],
    ['a payload that is a list', f => f.signed({}, ['sub'])],
    ['a header that is a list', f => `${written([])}.${f.good.split('.').slice(1).join('.')}`],
    ['a space at the end', f => `${f.good} `],
    ['a line break inside', f => f.good.replace('.', '.\n')],
    ['padding', f => `${f.good}==`],
    ['letters of another alphabet', () => 'é.é.é'],
    ['nothing', () => ''],
    ['two dots', () => '..'],
    ['an oversized one with our own signature', f => f.signed({}, { ...f.payload, more: 'x'.repeat(3_000) })],
    ['ten megabytes', () => 'a'.repeat(10_000_000)],
  ])('%s', async (_, forge) => {
    const f = await forging();

    const forged = await forge(f);

    expect(await tokens.verify(forged)).toBeNull();
    expect(await tokens.verify(f.good)).toEqual(claims);
  });

  it('a token of another realm with keys of its own', async () => {
    const other = tokensOf(keys, { publicUrl: 'https://adhesion.icu.ca' });

    const { token } = await other.sign(claims);

    expect(await tokens.verify(token)).toBeNull();
  });
});

describe('signing keys', () => {
  it('are made once, by whichever of eight processes comes first', async () => {
    await house.source.query('delete from signing_key');

    const processes = await Promise.all(Array.from({ length: 8 }, () => openSigningKeys(house)));

    const kids = await Promise.all(processes.map(async process => (await process.signing()).kid));
    expect(new Set(kids).size).toBe(1);
    expect(await lines()).toBe(1);
  });

  it('are the same after a restart', async () => {
    const { token } = await tokens.sign(claims);

    const restarted = tokensOf(await openSigningKeys(house));

    expect(await restarted.verify(token)).toEqual(claims);
  });

  it('are published without their private half, which lies sealed', async () => {
    const { keys: published } = await tokens.jwks();
    const [row] = await house.source.query<{ sealed_private_key: Buffer; text: string }[]>(
      'select sealed_private_key, to_jsonb(signing_key)::text as text from signing_key',
    );

    const [only] = published;
    expect(published).toHaveLength(1);
    expect(Object.keys(only ?? {}).toSorted()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
    expect(await importJWK({ ...only! })).toBeDefined();
    const opened = JSON.parse(house.vault.open(row!.sealed_private_key, `signing_key:${only?.kid}`)) as {
      d: string;
    };
    expect(opened.d).toMatch(/^[\w-]{43}$/);
    expect(row?.text).not.toContain(opened.d);
  });

  it('are announced an hour before they sign, and outlive their last token', async () => {
    const first = (await keys.signing()).kid;

    await keys.rotate();
    expect((await keys.signing()).kid).toBe(first);
    expect(await keys.published()).toHaveLength(2);

    house.clock.advance(hours(1) - seconds(1));
    const last = await tokens.sign(claims);
    house.clock.advance(seconds(1));
    const next = (await keys.signing()).kid;
    expect(next).not.toBe(first);
    expect(await tokens.verify((await tokens.sign(claims)).token)).toEqual(claims);

    house.clock.advance(minutes(10) - seconds(2));
    expect(await tokens.verify(last.token)).toEqual(claims);
    expect(await keys.published()).toHaveLength(2);

    house.clock.advance(minutes(2));
    expect((await keys.published()).map(({ kid }) => kid)).toEqual([next]);
    expect(await keys.verifying(first)).toBeNull();
  });

  it('that are retired verify nothing, even what they signed for the far future', async () => {
    const { kid, privateKey } = await keys.signing();
    const [, payload] = partsOf((await tokens.sign(claims)).token);
    const lasting = await new SignJWT({ ...payload, exp: 9_999_999_999 })
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid })
      .sign(privateKey);
    await keys.rotate();

    house.clock.advance(hours(2));

    expect(await tokensOf(keys).verify(lasting)).toBeNull();
  });

  it('are announced once, however often and by however many processes that is asked for', async () => {
    const others = await Promise.all([
      openSigningKeys(house),
      openSigningKeys(house),
      openSigningKeys(house),
    ]);

    await Promise.all([keys, ...others].map(process => process.rotate()));
    await keys.rotate();

    expect(await lines()).toBe(2);
    const [unretired] = await house.source.query<{ count: string }[]>(
      'select count(*) from signing_key where retired_at is null',
    );
    expect(unretired?.count).toBe('1');
  });

  it('are forgotten when they are of no more use', async () => {
    for (let time = 0; time < 4; time++) {
      await keys.rotate();
      house.clock.advance(days(30));
    }

    await keys.rotate();

    expect(await lines()).toBe(2);
  });

  it('of another process are known when a token names them, without the table being read for every wrong one', async () => {
    let reads = 0;
    const db = Object.assign(Object.create(house.db) as typeof house.db, {
      read: (...args: Parameters<typeof house.db.read>) => (reads++, house.db.read(...args)),
    });
    const here = await openSigningKeys({ ...house, db });
    await house.source.query('delete from signing_key');
    const there = await openSigningKeys(house);
    reads = 0;

    expect(await here.verifying((await there.signing()).kid)).not.toBeNull();
    for (let time = 0; time < 50; time++) expect(await here.verifying(`unknown-${time}`)).toBeNull();
    expect(reads).toBeLessThanOrEqual(5);

    house.clock.advance(minutes(1));
    await here.verifying('unknown');
    expect(reads).toBeLessThanOrEqual(7);
  });

  it('sealed under a secret key that was lost are replaced by a new one, and the others are left alone', async () => {
    const lost = (await keys.signing()).kid;
    const warned: string[] = [];
    const log = { ...house.log, warn: (_: object, event: string) => void warned.push(event) };

    const after = await openSigningKeys({
      ...house,
      log,
      vault: createVault([randomBytes(32)], randomBytes),
    });

    expect((await after.signing()).kid).not.toBe(lost);
    expect((await after.published()).map(({ kid }) => kid)).not.toContain(lost);
    expect(warned).not.toEqual([]);
    expect(await lines()).toBe(2);
  });

  it('put into the table by somebody who does not know the secret key are not believed', async () => {
    const own = await generateKeyPair('ES256', { extractable: true });
    const jwk = createPublicKey(await exportSPKI(own.publicKey)).export({ format: 'jwk' });
    await house.source.query(`update signing_key set public_key = $1`, [jwk]);
    const [header, payload] = partsOf((await tokens.sign(claims)).token);

    const forged = await new SignJWT(payload)
      .setProtectedHeader(header as { alg: string })
      .sign(own.privateKey);

    expect(await tokensOf(await openSigningKeys(house)).verify(forged)).toBeNull();
  });
});
