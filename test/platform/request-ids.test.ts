import { describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { createRequestIds } from '../../src/platform/http/request-ids.ts';

const nothingSent = { headers: {} };

describe('The id of a request', () => {
  it('is another one each time, however many are drawn at once', () => {
    const idOf = createRequestIds(randomBytes);

    const ids = Array.from({ length: 1_000 }, () => idOf(nothingSent));

    expect(new Set(ids).size).toBe(1_000);
    expect(ids.filter(id => !/^[0-9a-f]{24}$/.test(id))).toEqual([]);
  });

  it('asks for chance once for many', () => {
    let asked = 0;
    const idOf = createRequestIds(bytes => {
      asked++;
      return randomBytes(bytes);
    });

    for (let request = 0; request < 200; request++) idOf(nothingSent);

    expect(asked).toBe(1);
  });
});
