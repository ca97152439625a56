import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { localDate, type LocalDate } from '../../src/kernel/local-date.ts';
import { Period } from '../../src/kernel/period.ts';
import { planReclassification } from '../../src/modules/memberships/changes/plan-change.ts';
import { asKnown, type MembershipFacts } from '../../src/modules/memberships/index.ts';
import { HALF, NEXT_YEAR, openMoneyHouse, YEAR, type MoneyHouse } from './membership-money-house.ts';

describe('another class within a term (D18)', () => {
  let house: MoneyHouse;
  beforeAll(async () => {
    house = await openMoneyHouse();
  });
  beforeEach(() => house.admit());
  afterAll(() => house.portal.close());

  const on = HALF;
  const DAYS = { from: YEAR.from, to: YEAR.to };
  const knownTerms = ({ history }: MembershipFacts): readonly string[] =>
    (history === null ? [] : asKnown(history, house.portal.clock.now()).terms).map(
      ({ kind, from, to }) => `${kind} ${from}…${to}`,
    );
  const change = { kind: 'RECLASSIFICATION', on } as const;

  it('a dearer one costs the difference for the days that are left, with its taxes, on an invoice of its own', async () => {
    const { settle, state, to } = house;

    const effect = await settle({ ...change, ...to('DEAR') });

    // 120.00 × 183/365 = 60.16 (210.58 less 150.41 is 60.17), GST 3.01, QST 6.00.
    expect(effect.lines.map(({ amount }) => amount.cents)).toEqual([6017n]);
    expect(effect.total.cents).toBe(6017n + 301n + 600n);
    expect(await state()).toEqual([[6918, 0, 0]]);
  });

  it('a cheaper one is taken back of what was billed, tax by tax, whether it was paid or not', async () => {
    const { settle, billed, pay, state, to } = house;

    const invoice = await billed();
    await pay(invoice, 344_93);

    const effect = await settle({ ...change, ...to('CHEAP') });

    // 150.41 less 50.14.
    expect(effect.lines.map(({ amount }) => amount.cents)).toEqual([-10027n]);
    expect(effect.total.cents).toBe(-11528n);
    expect(await state()).toEqual([[344_93, 344_93 - 115_28, 115_28]]);
  });

  it('what was never billed is not given back, and outside a term nothing is charged', async () => {
    const { effectOf, to } = house;

    expect((await effectOf({ ...change, ...to('CHEAP') })).total.cents).toBe(0n);
    expect((await effectOf({ ...change, on: localDate('2027-05-01'), ...to('DEAR') })).total.cents).toBe(0n);
  });

  it('a free class from the first day keeps the days of the term', async () => {
    const { settle, billed, pay, state, to } = house;

    await pay(await billed(), 344_93);

    await settle({ kind: 'RECLASSIFICATION', on: YEAR.from, ...to('FREE') });

    expect(await state()).toEqual([
      [344_93, 0, 344_93],
      [0, 0, 0],
    ]);
  });

  it('so does one of which no price speaks', async () => {
    const { settle, billed, pay, facts, to } = house;
    await house.admit({ terms: [] });
    await pay(await billed(), 344_93);

    const { terms } = await settle({ kind: 'RECLASSIFICATION', on: YEAR.from, ...to('UNPRICED') });

    expect(terms).toEqual({ granted: [DAYS], takenBack: [DAYS] });
    expect(knownTerms(await facts())).toEqual(['ASSOCIATION_YEAR 2026-04-01…2027-04-01']);
  });

  it('of a year that is entered late costs what it costs of a whole one', async () => {
    const { settle, billed, pay, admit, facts, to } = house;
    await admit({ terms: [] });
    await pay(await billed(Period.of(on, YEAR.to)), 344_93);

    const effect = await settle({ ...change, on: localDate('2026-12-30'), ...to('DEAR') });

    // 92 of 365 days: 105.86 less 75.62.
    expect(knownTerms(await facts())).toEqual(['ASSOCIATION_YEAR 2026-09-30…2027-04-01']);
    expect(effect.lines.map(({ amount }) => amount.cents)).toEqual([3024n]);
  });

  it('is charged for terms that are billed and not paid yet, the running one and the next', async () => {
    const { settle, billed, admit, state, to } = house;
    await admit({ terms: [] });
    await billed();
    await billed(NEXT_YEAR);

    const effect = await settle({ ...change, ...to('DEAR') });

    expect(effect.lines.map(({ amount }) => amount.cents)).toEqual([6017n, 120_00n]);
    expect((await state()).map(([total]) => total)).toEqual([344_93, 344_93, 207_15]);
  });

  it('that reaches back over the turn of a year puts both right', async () => {
    const { settle, admit, to } = house;
    const last = Period.of(localDate('2025-04-01'), YEAR.from);
    const kind = 'ASSOCIATION_YEAR';
    await admit({ terms: [last, YEAR].map(({ from, to: end }) => ({ kind, from, to: end })) });

    const effect = await settle({ ...change, on: localDate('2025-09-30'), ...to('DEAR') });

    expect(effect.lines.map(({ amount }) => amount.cents)).toEqual([6017n, 120_00n]);
  });

  it('before another one that is set is charged until then: each day once, whichever was said first', async () => {
    const { make, effectOf, classes, to } = house;
    const spring = localDate('2027-01-01');
    const reclassify = (day: LocalDate, code: 'DEAR' | 'CHEAP' | 'FREE') =>
      make((_, known) => planReclassification(known, day, classes[code]), {
        ...{ kind: 'RECLASSIFICATION', on: day },
        ...to(code),
      });
    await reclassify(spring, 'DEAR');

    const { lines } = await effectOf({ ...change, ...to('DEAR') });
    await reclassify(on, 'DEAR');

    // 93 of 365 days: 60.17 less 29.59.
    expect(lines.map(({ amount }) => amount.cents)).toEqual([3058n]);
    expect(lines[0]?.explanation[0]).toMatchObject({
      rule: 'CLASS_DIFFERENCE_UNTIL',
      inputs: { from: on, lastDay: '2026-12-31' },
    });
    expect((await house.state()).length).toBe(2);
  });

  it('is shown to the cent before it is done', async () => {
    const { effectOf, settle, to } = house;

    const shown = await effectOf({ ...change, ...to('DEAR') });

    expect((await settle({ ...change, ...to('DEAR') })).total).toEqual(shown.total);
  });
});
