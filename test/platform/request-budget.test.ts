import { describe, expect, it } from '@jest/globals';
import { createRequestBudget } from '../../src/platform/http/request-budget.ts';
import { FakeClock, minutes } from '../support/fake-clock.ts';

describe('The budget of requests in a minute', () => {
  it('is each caller’s own, and fresh when the minute is over', () => {
    const clock = new FakeClock();
    const budget = createRequestBudget(clock, 1);

    const spent = [budget.spend('a'), budget.spend('a'), budget.spend('b')];
    clock.advance(minutes(1));

    expect(spent.map(({ allowed }) => allowed)).toEqual([true, false, true]);
    expect(budget.spend('a').allowed).toBe(true);
  });

  it('is fresh too when the clock goes back, as that of a test realm does', () => {
    const clock = new FakeClock();
    clock.advance(minutes(1_000_000));
    const budget = createRequestBudget(clock, 1);
    budget.spend('a');

    clock.advance(-minutes(1_000_000));

    expect(budget.spend('a')).toEqual({ allowed: true, left: 0, seconds: 60 });
    expect(budget.spend('a').allowed).toBe(false);
  });
});
