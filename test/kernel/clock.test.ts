import { describe, expect, it } from '@jest/globals';
import { systemClock } from '../../src/kernel/clock.ts';

describe("the machine's clock", () => {
  it('says what time it is, and gives a fresh instant each time', () => {
    const before = Date.now();
    const now = systemClock.now();

    expect(now.getTime()).toBeGreaterThanOrEqual(before);
    expect(now.getTime()).toBeLessThanOrEqual(Date.now());
    expect(systemClock.now()).not.toBe(now);
  });
});
