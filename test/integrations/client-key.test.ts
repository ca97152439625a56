import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { newClientKey, readClientKey } from '../../src/modules/integrations/client-key.ts';

const chance = 'a'.repeat(32);

describe('a client key', () => {
  it.each([
    ['PUBLISHABLE', 'TEST', /^affilia_pk_test_[\w-]{43}$/],
    ['PUBLISHABLE', 'LIVE', /^affilia_pk_live_[\w-]{43}$/],
    ['SECRET', 'TEST', /^affilia_sk_test_[\w-]{43}$/],
    ['SECRET', 'LIVE', /^affilia_sk_live_[\w-]{43}$/],
  ] as const)('of kind %s in mode %s says so in its prefix', (kind, mode, shape) => {
    const key = newClientKey({ kind, mode }, randomBytes);

    expect(key).toMatch(shape);
    expect(readClientKey(key)).toEqual({ kind, mode });
  });

  it('is another one each time', () => {
    const draw = () => newClientKey({ kind: 'SECRET', mode: 'TEST' }, randomBytes);

    expect(draw()).not.toBe(draw());
  });

  it.each([
    ['nothing', ''],
    ['another product', `stripe_pk_test_${chance}`],
    ['another kind', `affilia_xk_test_${chance}`],
    ['another mode', `affilia_pk_demo_${chance}`],
    ['capitals in the prefix', `AFFILIA_pk_test_${chance}`],
    ['too short', `affilia_pk_test_${chance.slice(1)}`],
    ['endless', `affilia_pk_test_${'a'.repeat(65)}`],
    ['a character that is not safe in an address', `affilia_pk_test_${chance}+`],
    ['a line break behind', `affilia_pk_test_${chance}\n`],
  ])('is not one: %s', (_, text) => {
    expect(readClientKey(text)).toBeNull();
  });
});
