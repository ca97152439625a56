import { describe, expect, it } from '@jest/globals';
import { generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import { readPublicKeys } from '../../src/modules/integrations/public-keys.ts';

const ec = (namedCurve: string) => generateKeyPairSync('ec', { namedCurve });
const jwk = (key: { export(options: { format: 'jwk' }): JsonWebKey }): JsonWebKey =>
  key.export({ format: 'jwk' });
const read = (...keys: unknown[]) => readPublicKeys(JSON.stringify({ keys }));

const p256 = ec('P-256');
const good = { ...jwk(p256.publicKey), kid: '2026-11' };

describe('the public halves of key pairs (L3)', () => {
  it('are kept without what does not belong to them', () => {
    const { kty, crv, x, y } = good;

    expect(
      read({ ...good, alg: 'ES256', use: 'sig', x5u: 'https://evil.example', key_ops: ['verify'] }),
    ).toEqual([{ kty, crv, x, y, kid: '2026-11', alg: 'ES256', use: 'sig' }]);
  });

  it.each([
    ['P-384', ec('P-384').publicKey],
    ['Ed25519', generateKeyPairSync('ed25519').publicKey],
    ['RSA of 2048 bits', generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey],
  ])('sign with %s too', (_, key) => {
    expect(read({ ...jwk(key), kid: 'k' })).toHaveLength(1);
  });

  it('may be none', () => {
    expect(read()).toEqual([]);
  });

  it.each([
    ['no JSON', 'keys'],
    ['null', 'null'],
    ['a list', '[]'],
    ['a lone key', JSON.stringify(good)],
    ['a list of texts', '{"keys":["a"]}'],
  ])('are refused as %s', (_, text) => {
    expect(readPublicKeys(text)).toBe('NOT_A_SET');
  });

  it.each([
    ['the private half', { ...jwk(p256.privateKey), kid: 'k' }],
    ['a shared secret', { kty: 'oct', k: 'c2VjcmV0', kid: 'k' }],
  ])('are refused as private: %s', (_, key) => {
    expect(read(good, key)).toBe('PRIVATE');
  });

  it.each([
    ['without a name', jwk(p256.publicKey)],
    ['of one name', good, { ...jwk(ec('P-256').publicKey), kid: '2026-11' }],
    ['with a name that no database keeps', { ...good, kid: 'a\0' }],
    ['for encrypting', { ...good, use: 'enc' }],
    ['of another algorithm', { ...good, alg: 'RS256' }],
    ['of another curve', { ...jwk(ec('secp256k1').publicKey), kid: 'k' }],
    ['of a short RSA', { ...jwk(generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey), kid: 'k' }],
    ['beside the curve', { ...good, x: good.y }],
  ])('are refused %s', (_, ...keys) => {
    expect(read(...keys)).toBe('UNFIT');
  });

  it('are five at most', () => {
    const keys = Array.from({ length: 6 }, (_, i) => ({ ...good, kid: `k${i}` }));

    expect(read(...keys)).toBe('TOO_MANY');
  });
});
