import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { localDate, type LocalDate } from '../../src/kernel/local-date.ts';
import { Period } from '../../src/kernel/period.ts';
import { nextTermsOf } from '../../src/modules/billing/prices/index.ts';
import { takeBackPayment } from '../../src/modules/billing/payments/index.ts';
import { asKnown, grantTerm } from '../../src/modules/memberships/index.ts';
import {
  planHold,
  planHoldEnd,
  planResignation,
  planResignationWithdrawn,
} from '../../src/modules/memberships/changes/plan-change.ts';
import { minutes } from '../support/fake-clock.ts';
import { HALF, NEXT_YEAR, openMoneyHouse, YEAR, type MoneyHouse } from './membership-money-house.ts';

describe('what changes of a membership cost and give back', () => {
  let house: MoneyHouse;
  beforeAll(async () => {
    house = await openMoneyHouse();
  });
  beforeEach(() => house.admit());
  afterAll(() => house.portal.close());

  const on = HALF;

  it('a hold costs its fee for its days (C12)', async () => {
    const { effectOf } = house;

    const hold = { kind: 'LEAVE', from: localDate('2027-01-01'), to: localDate('2027-07-01') } as const;

    expect((await effectOf({ kind: 'HOLD', on: hold.from, hold })).total.cents).toBe(30_00n);
    expect((await effectOf({ kind: 'HOLD', on: hold.from, hold: { ...hold, to: null } })).total.cents).toBe(
      60_00n,
    );
  });

  it.each([
    ['2027-01-01', 60_00],
    ['2027-01-02', 0],
  ])(
    'a hold that is ended from %s on gives %i cents back: it never was, or it was shorter',
    async (end, back) => {
      const { make, state, facts } = house;
      const hold = { kind: 'LEAVE', from: localDate('2027-01-01'), to: null } as const;
      await make((_, known) => planHold(known, hold), { kind: 'HOLD', on: hold.from, hold });
      const placed = (await facts()).history?.holds[0];
      const on = localDate(end);

      const { explanation } = await make((_, known) => planHoldEnd(known, placed?.id ?? '', on), {
        ...{ kind: 'HOLD_ENDED', on, hold: { ...hold, to: on } },
      });

      expect(await state()).toEqual([[60_00, 0, back]]);
      expect(explanation.map(({ rule }) => rule)).toEqual(back === 0 ? ['HOLD_FEE_NOT_GIVEN_BACK'] : []);
    },
  );

  it('the next term is as long as the rule of its first day says, not that of today (D2)', async () => {
    const { admit, classes, rule, context, facts } = house;
    const turn = localDate('2027-01-01');
    const from = localDate('2026-01-01');
    await admit({ terms: [{ kind: 'CALENDAR_YEAR', from, to: turn }] });
    const { FREE } = classes;
    await rule({ kind: 'CALENDAR_YEAR', months: null, fromOn: from, toOn: turn });
    await rule({ kind: 'ODD_LENGTH', months: 14, fromOn: turn, toOn: null });

    const terms = await nextTermsOf(context(), await facts(), () => FREE.id, localDate('2026-11-22'));

    expect(terms).toEqual([{ term: { from: turn, to: '2028-03-01' }, entry: null }]);
  });

  describe('leaving (D21)', () => {
    it('takes back the terms that begin later, and nothing of the one that has begun', async () => {
      const { settle, billed, state } = house;

      await billed();
      await billed(NEXT_YEAR);

      await settle({ kind: 'RESIGNATION', on: localDate('2026-12-01') });

      expect(await state()).toEqual([
        [344_93, 0, 0],
        [344_93, 0, 344_93],
      ]);
    });

    it('of a body that writes French alone, the credit note gives its reason in French to a member who reads English', async () => {
      const { settle, billed, portal } = house;
      const policy = (to: string) =>
        portal.parts.db.entities.query('update association set language_policy = $1 where id = $2', [
          to,
          portal.world.aqpm.association.id,
        ]);
      await portal.parts.db.entities.query(`update person set locale = 'en-CA'`);
      await policy('FR_ONLY');
      await billed(NEXT_YEAR);

      await settle({ kind: 'RESIGNATION', on: localDate('2026-12-01') });

      await policy('FR_FIRST_CHOICE');
      expect(await house.reasonsOfCredit()).toEqual(['Démission']);
    });

    const resign = (on: LocalDate) =>
      house.make((_, known) => planResignation(known, on, 'Je déménage.'), { kind: 'RESIGNATION', on });
    const stay = (on: LocalDate) =>
      house.make((history, known) => planResignationWithdrawn(known, history, localDate('2026-11-22')), {
        ...{ kind: 'RESIGNATION_WITHDRAWN', on },
      });

    it('whoever stays after all is billed for them again', async () => {
      const { billed, state } = house;
      const on = localDate('2026-12-01');
      await billed(NEXT_YEAR);
      await resign(on);

      await stay(on);

      expect(await state()).toEqual([
        [344_93, 0, 344_93],
        [344_93, 0, 0],
      ]);
    });

    it('for a part of a year what a part of it costs', async () => {
      const { billed, state } = house;
      const on = localDate('2026-12-01');
      await billed(Period.of(localDate('2027-10-01'), NEXT_YEAR.to));
      await resign(on);

      await stay(on);

      // 183 of 366 days: 150.00, GST 7.50, QST 14.96.
      expect((await state())[1]).toEqual([172_46, 0, 0]);
    });

    it('but not for what was taken back before', async () => {
      const { portal, settle, billed, state } = house;
      const on = localDate('2026-12-01');
      await billed(NEXT_YEAR);
      // As by a mistake that was corrected.
      await settle({ kind: 'RESIGNATION', on: NEXT_YEAR.from });
      portal.clock.advance(minutes(1));
      await resign(on);

      await stay(on);

      expect(await state()).toEqual([[344_93, 0, 344_93]]);
    });
  });

  it('what went along to another body goes back with the cheque that paid it, and comes again with the next one', async () => {
    const { portal, admit, billed, pay, facts, context } = house;
    await admit({ terms: [] });
    const invoice = await billed();
    const { paymentId } = await pay(invoice, 344_93);
    const [paid] = (await facts()).history?.terms ?? [];
    await admit({ terms: [] });
    const { id: membershipId } = await facts();
    const { parts, clock } = portal;
    const rest = { from: HALF, to: YEAR.to, carriedFromId: paid?.id as never };
    await parts.db.transaction(tx => grantTerm(parts, tx, { membershipId, ...rest }));
    const knownNow = async (): Promise<readonly string[]> => {
      clock.advance(minutes(1));
      const { history } = await facts();
      const terms = history === null ? [] : asKnown(history, clock.now()).terms;
      return terms.map(({ from, to }) => `${from}…${String(to)}`);
    };

    const first = await knownNow();
    const returned = { paymentId, kind: 'NSF', returnedOn: HALF, recordedBy: null } as const;
    await parts.db.transaction(tx => takeBackPayment(context(), tx, returned));
    const without = await knownNow();
    await pay(invoice, 344_93);

    expect([first, without, await knownNow()]).toEqual([
      ['2026-09-30…2027-04-01'],
      [],
      ['2026-09-30…2027-04-01'],
    ]);
  });

  it('of somebody who died on the last day of a term the next one is given back', async () => {
    const { settle, billed, pay, state } = house;
    await pay(await billed(NEXT_YEAR), 344_93);

    await settle({ kind: 'DEATH', on: NEXT_YEAR.from });

    expect(await state()).toEqual([[344_93, 0, 344_93]]);
  });

  it('the estate of somebody who died is asked for nothing more: what is open goes, what was paid stays', async () => {
    const { settle, billed, pay, state } = house;

    const partly = await billed();
    await pay(partly, 100_00);
    const ahead = await billed(NEXT_YEAR);
    await pay(ahead, 344_93);

    await settle({ kind: 'DEATH', on: localDate('2026-11-20') });

    const [first, second] = await state();
    expect(first?.[0]).toBe((first?.[1] ?? 0) + (first?.[2] ?? 0));
    expect([99_99, 100_00]).toContain(first?.[1]);
    expect(second).toEqual([344_93, 0, 344_93]);
  });

  describe('coming in', () => {
    it('costs the fee and the rest of the year', async () => {
      const { classes, admit, settle, state, to } = house;

      await admit({
        admittedOn: on,
        terms: [],
        affiliations: [{ classId: classes.OLD.id, from: on, to: null, reason: 'ADMISSION' }],
      });

      const effect = await settle({ kind: 'ADMISSION', on, ...to('OLD') });

      expect(effect.lines.map(({ amount }) => amount.cents)).toEqual([50_00n, 150_41n]);
      expect(await state()).toEqual([[Number(effect.total.cents), 0, 0]]);
    });

    it('again costs its own fee and the running year whole, which is not billed twice', async () => {
      const { classes, admit, effectOf, settle, billed, to } = house;

      const ended = {
        affiliations: [
          {
            classId: classes.OLD.id,
            from: localDate('2025-04-01'),
            to: localDate('2026-06-01'),
            reason: 'ADMISSION',
          },
          { classId: classes.OLD.id, from: localDate('2026-06-01'), to: null, reason: 'REMOVAL' },
        ],
        terms: [],
      };
      await admit(ended);
      const back = { kind: 'REINSTATEMENT', on, ...to('OLD') } as const;

      expect((await effectOf(back)).lines.map(({ amount }) => amount.cents)).toEqual([75_00n, 300_00n]);
      await billed();
      expect((await effectOf(back)).lines.map(({ amount }) => amount.cents)).toEqual([75_00n]);
      await settle(back);
      expect((await effectOf(back)).lines).toEqual([]);
    });

    it('again in a dearer class costs the difference for the days of a term that runs', async () => {
      const { classes, admit, effectOf, to } = house;
      const from = localDate('2025-04-01');
      const left = localDate('2026-06-01');
      await admit({
        affiliations: [
          { classId: classes.OLD.id, from, to: left, reason: 'ADMISSION' },
          { classId: classes.OLD.id, from: left, to: null, reason: 'RESIGNATION' },
        ],
      });

      const { lines } = await effectOf({ kind: 'REINSTATEMENT', on, ...to('DEAR') });

      expect(lines.map(({ amount }) => amount.cents)).toEqual([75_00n, 60_17n]);
    });
  });
});
