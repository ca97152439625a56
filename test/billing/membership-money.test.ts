import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AssociationId, MembershipClassId, MembershipId } from '../../src/kernel/id.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { Money } from '../../src/kernel/money.ts';
import { Period } from '../../src/kernel/period.ts';
import {
  addFeeItem,
  addPriceRule,
  addTaxRegistration,
  type NewFeeItem,
} from '../../src/modules/billing/index.ts';
import { receivePayment } from '../../src/modules/billing/payments/receive-payment.ts';
import {
  admitMember,
  membershipMoney,
  type MembershipChange,
  type MembershipClassEntity,
  type MoneyEffect,
} from '../../src/modules/memberships/index.ts';
import type { Context } from '../../src/platform/context.ts';
import { contextWithin } from '../../src/platform/database/context-within.ts';
import { openLoaders } from '../../src/platform/database/loader.ts';
import { givenClass, givenPerson } from '../support/given/membership-world.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { givenInvoice, line } from './given-invoices.ts';

/** 300 dollars a year in the old class, 420 in the dear one, 100 in the cheap one, nothing in the free one; in Québec. */
describe('what changes of a membership cost and give back', () => {
  let portal: Portal;
  let items: Record<'DUES' | 'ADMISSION' | 'BACK' | 'HOLD', string>;
  let classes: Record<'OLD' | 'DEAR' | 'CHEAP' | 'FREE', MembershipClassEntity>;
  beforeAll(async () => {
    portal = await openPortal();
    const { parts } = portal;
    const classOf = (code: string): Promise<MembershipClassEntity> => givenClass(portal, { code });
    classes = {
      OLD: await classOf('OLD'),
      DEAR: await classOf('DEAR'),
      CHEAP: await classOf('CHEAP'),
      FREE: await classOf('FREE'),
    };
    await parts.db.transaction(async tx => {
      const item = async (code: string, facts: Partial<NewFeeItem>): Promise<string> => {
        const row = await addFeeItem(parts, tx, {
          ...{ associationId: aqpm(), code, nameFr: code, nameEn: code, kind: 'FEE', taxTreatment: 'SALES' },
          ...{ charged: 'WITH_TERM', effect: 'NONE', settlement: 'ON_PAYMENT' },
          ...{ priceDay: 'TERM_START', taxDay: 'INVOICE_DAY' },
          ...facts,
        });
        return row.id;
      };
      items = {
        DUES: await item('DUES', { kind: 'DUES', effect: 'EXTEND_TERM' }),
        ADMISSION: await item('ADMISSION', { charged: 'AT_ADMISSION', priceDay: 'INVOICE_DAY' }),
        BACK: await item('BACK', {
          charged: 'AT_REINSTATEMENT',
          taxTreatment: 'NONE',
          priceDay: 'INVOICE_DAY',
        }),
        HOLD: await item('HOLD', { charged: 'DURING_HOLD', taxTreatment: 'NONE', priceDay: 'INVOICE_DAY' }),
      };
      const fromOn = localDate('2020-01-01');
      const price = (code: keyof typeof items, dollars: bigint, facts: object = {}): Promise<unknown> =>
        addPriceRule(parts, tx, {
          feeItemId: items[code] as never,
          cents: dollars * 100n,
          fromOn,
          ...facts,
        });
      const byDay = { proration: 'BY_DAY' };
      for (const [code, dollars] of [
        ['OLD', 300n],
        ['DEAR', 420n],
        ['CHEAP', 100n],
        ['FREE', 0n],
      ] as const)
        await price('DUES', dollars, { ...byDay, classId: classes[code].id });
      await price('ADMISSION', 50n);
      await price('BACK', 75n);
      await price('HOLD', 60n, { forMonths: 12 });
      const register = { associationId: aqpm(), fromOn, toOn: null };
      await addTaxRegistration(parts, tx, { ...register, kind: 'GST_HST', number: '123456789RT0001' });
      await addTaxRegistration(parts, tx, { ...register, kind: 'QST', number: '1234567890TQ0001' });
    });
  });
  afterAll(() => portal.close());

  const aqpm = (): AssociationId => portal.world.aqpm.association.id;
  const year = Period.of(localDate('2026-04-01'), localDate('2027-04-01'));
  const nextYear = Period.of(localDate('2027-04-01'), localDate('2028-04-01'));
  let membershipId: MembershipId;
  let personId: Awaited<ReturnType<typeof givenPerson>>['id'];
  let numbers = 100;

  const admit = async (wanted: object = {}): Promise<void> => {
    const person = await givenPerson(portal);
    personId = person.id;
    numbers += 1;
    const membership = await portal.parts.db.transaction(tx =>
      admitMember(portal.parts, tx, {
        associationId: aqpm(),
        holder: { personId },
        memberNumber: String(numbers),
        admittedOn: localDate('2025-04-01'),
        affiliations: [
          { classId: classes.OLD.id, from: localDate('2025-04-01'), to: null, reason: 'ADMISSION' },
        ],
        terms: [{ kind: 'ASSOCIATION_YEAR', from: year.from, to: localDate('2027-04-01') }],
        ...wanted,
      }),
    );
    membershipId = membership.id;
  };
  beforeEach(() => admit());

  const context = (): Context => {
    const made: Context = {
      ...portal.parts,
      ...{ client: null, actor: null, requestId: 'test', locale: 'fr-CA' },
      wording: portal.parts.wordings.in('fr-CA'),
      load: openLoaders(() => made),
    } as unknown as Context;
    return made;
  };
  const effectOf = (change: Omit<MembershipChange, 'membershipId'>): Promise<MoneyEffect> =>
    portal.parts.ports.of(membershipMoney).effectOf(context(), { ...change, membershipId });
  const settle = (change: Omit<MembershipChange, 'membershipId'>): Promise<MoneyEffect> =>
    portal.parts.db.transaction(async tx => {
      const inside = contextWithin(context(), tx);
      const whole = { ...change, membershipId };
      const money = portal.parts.ports.of(membershipMoney);
      const effect = await money.effectOf(inside, whole);
      await money.settle(inside, tx, whole, effect);
      return effect;
    });
  const billed = (period = year, wanted: object = {}) =>
    givenInvoice(
      portal,
      aqpm(),
      { personId },
      {
        kind: 'DUES',
        membershipId,
        lines: [
          line(aqpm(), {
            kind: 'DUES',
            feeItemId: items.DUES as never,
            unit: Money.cad(300_00),
            taxes: [
              { tax: 'GST', per100000: 5000, amount: Money.cad(15_00), registrationNumber: 'x' },
              { tax: 'QST', per100000: 9975, amount: Money.cad(29_93), registrationNumber: 'y' },
            ],
            membershipId,
            period,
            effect: 'EXTEND_TERM',
            ...wanted,
          }),
        ],
      },
    );
  const pay = ({ id }: { readonly id: string }, cents: number): Promise<unknown> =>
    portal.parts.db.transaction(tx =>
      receivePayment(portal.parts, tx, {
        receiverId: aqpm(),
        method: 'CHEQUE',
        amount: Money.cad(cents),
        payer: { personId },
        payerName: 'Zoé',
        invoiceIds: [id as never],
        receivedAt: portal.parts.clock.now(),
        receivedOn: localDate('2026-11-22'),
        recordedBy: null,
      }),
    );
  const state = async (): Promise<readonly (readonly [total: number, paid: number, credited: number])[]> =>
    (
      await portal.parts.db.entities.query<{ total: string; paid: string; credited: string }[]>(
        `select total_cents::text as total, paid_cents::text as paid, credited_cents::text as credited
         from invoice where membership_id = $1 order by number`,
        [membershipId],
      )
    ).map(({ total, paid, credited }) => [Number(total), Number(paid), Number(credited)] as const);
  const to = (code: keyof typeof classes): { readonly toClassId: MembershipClassId } => ({
    toClassId: classes[code].id,
  });
  /** Half a year and a day: 183 of its 365 days are left. */
  const on = localDate('2026-09-30');

  describe('another class within a term (D18)', () => {
    const change = { kind: 'RECLASSIFICATION', on } as const;

    it('a dearer one costs the difference for the days that are left, with its taxes, on an invoice of its own', async () => {
      const effect = await settle({ ...change, ...to('DEAR') });

      // 120.00 × 183/365 = 60.16 (210.58 less 150.41 is 60.17), GST 3.01, QST 6.00.
      expect(effect.lines.map(({ amount }) => amount.cents)).toEqual([6017n]);
      expect(effect.total.cents).toBe(6017n + 301n + 600n);
      expect(await state()).toEqual([[6918, 0, 0]]);
    });

    it('a cheaper one is taken back of what was billed, tax by tax, whether it was paid or not', async () => {
      const invoice = await billed();
      await pay(invoice, 344_93);

      const effect = await settle({ ...change, ...to('CHEAP') });

      // 150.41 less 50.14.
      expect(effect.lines.map(({ amount }) => amount.cents)).toEqual([-10027n]);
      expect(effect.total.cents).toBe(-11528n);
      expect(await state()).toEqual([[344_93, 344_93 - 115_28, 115_28]]);
    });

    it('what was never billed is not given back, and outside a term nothing is charged', async () => {
      expect((await effectOf({ ...change, ...to('CHEAP') })).total.cents).toBe(0n);
      expect((await effectOf({ ...change, on: localDate('2027-05-01'), ...to('DEAR') })).total.cents).toBe(
        0n,
      );
    });

    it('a free class from the first day keeps the days of the term', async () => {
      await pay(await billed(), 344_93);

      await settle({ kind: 'RECLASSIFICATION', on: year.from, ...to('FREE') });

      expect(await state()).toEqual([
        [344_93, 0, 344_93],
        [0, 0, 0],
      ]);
    });

    it('is shown to the cent before it is done', async () => {
      const shown = await effectOf({ ...change, ...to('DEAR') });

      expect((await settle({ ...change, ...to('DEAR') })).total).toEqual(shown.total);
    });
  });

  it('a hold costs its fee for its days (C12)', async () => {
    const hold = { kind: 'LEAVE', from: localDate('2027-01-01'), to: localDate('2027-07-01') } as const;

    expect((await effectOf({ kind: 'HOLD', on: hold.from, hold })).total.cents).toBe(30_00n);
    expect((await effectOf({ kind: 'HOLD', on: hold.from, hold: { ...hold, to: null } })).total.cents).toBe(
      60_00n,
    );
  });

  describe('leaving (D21)', () => {
    it('takes back the terms that begin later, and nothing of the one that has begun', async () => {
      await billed();
      await billed(nextYear);

      await settle({ kind: 'RESIGNATION', on: localDate('2026-12-01') });

      expect(await state()).toEqual([
        [344_93, 0, 0],
        [344_93, 0, 344_93],
      ]);
    });

    it('whoever stays after all is billed for them again', async () => {
      await billed(nextYear);
      await settle({ kind: 'TRANSFER', on: localDate('2026-12-01') });

      await settle({ kind: 'RESIGNATION_WITHDRAWN', on: localDate('2026-12-01') });

      expect(await state()).toEqual([
        [344_93, 0, 344_93],
        [344_93, 0, 0],
      ]);
    });
  });

  it('the estate of somebody who died is asked for nothing more: what is open goes, what was paid stays', async () => {
    const partly = await billed();
    await pay(partly, 100_00);
    const ahead = await billed(nextYear);
    await pay(ahead, 344_93);

    await settle({ kind: 'DEATH', on: localDate('2026-11-20') });

    const [first, second] = await state();
    expect(first?.[0]).toBe((first?.[1] ?? 0) + (first?.[2] ?? 0));
    expect([99_99, 100_00]).toContain(first?.[1]);
    expect(second).toEqual([344_93, 0, 344_93]);
  });

  describe('coming in', () => {
    it('costs the fee and the rest of the year', async () => {
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
    });
  });
});
