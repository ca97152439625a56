import { newId, type AssociationId, type MembershipClassId, type MembershipId } from '../../src/kernel/id.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { Money } from '../../src/kernel/money.ts';
import { Period } from '../../src/kernel/period.ts';
import { stopped } from '../../src/kernel/clock.ts';
import {
  addFeeItem,
  addPriceRule,
  addTaxRegistration,
  type NewFeeItem,
} from '../../src/modules/billing/index.ts';
import { receivePayment, type ReceivedPayment } from '../../src/modules/billing/payments/receive-payment.ts';
import type { Plan } from '../../src/modules/memberships/changes/plan-change.ts';
import { writeSteps } from '../../src/modules/memberships/changes/steps.ts';
import {
  admitMember,
  asKnown,
  membershipById,
  membershipMoney,
  TermRuleEntity,
  type MembershipChange,
  type MembershipClassEntity,
  type MembershipFacts,
  type MoneyEffect,
} from '../../src/modules/memberships/index.ts';
import type { Context } from '../../src/platform/context.ts';
import { contextWithin } from '../../src/platform/database/context-within.ts';
import { openLoaders } from '../../src/platform/database/loader.ts';
import { givenClass, givenPerson } from '../support/given/membership-world.ts';
import { openPortal } from '../support/portal.ts';
import { givenInvoice, line } from './given-invoices.ts';

export const YEAR = Period.of(localDate('2026-04-01'), localDate('2027-04-01'));
export const NEXT_YEAR = Period.of(localDate('2027-04-01'), localDate('2028-04-01'));
/** Half a year and a day: 183 of its 365 days are left. */
export const HALF = localDate('2026-09-30');

export type MoneyHouse = Awaited<ReturnType<typeof openMoneyHouse>>;

/**
 * A body in Québec with members of its own: 300 dollars a year in the old class, 420 in the dear one, 100 in the cheap one,
 * nothing in the free one, and no price at all in the last one. Each `admit` changes whom the other acts are about.
 */
export async function openMoneyHouse() {
  const portal = await openPortal();
  const { parts } = portal;
  const aqpm = (): AssociationId => portal.world.aqpm.association.id;
  const classOf = (code: string): Promise<MembershipClassEntity> => givenClass(portal, { code });
  const classes = {
    OLD: await classOf('OLD'),
    DEAR: await classOf('DEAR'),
    CHEAP: await classOf('CHEAP'),
    FREE: await classOf('FREE'),
    UNPRICED: await classOf('UNPRICED'),
  };
  const items = await parts.db.transaction(async tx => {
    const item = async (code: string, facts: Partial<NewFeeItem>): Promise<string> => {
      const row = await addFeeItem(parts, tx, {
        ...{ associationId: aqpm(), code, nameFr: code, nameEn: code, kind: 'FEE', taxTreatment: 'SALES' },
        ...{ charged: 'WITH_TERM', effect: 'NONE', settlement: 'ON_PAYMENT' },
        ...{ priceDay: 'TERM_START', taxDay: 'INVOICE_DAY' },
        ...facts,
      });
      return row.id;
    };
    const added = {
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
    const price = (code: keyof typeof added, dollars: bigint, facts: object = {}): Promise<unknown> =>
      addPriceRule(parts, tx, {
        feeItemId: added[code] as never,
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
    return added;
  });

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
        terms: [{ kind: 'ASSOCIATION_YEAR', from: YEAR.from, to: localDate('2027-04-01') }],
        ...wanted,
      }),
    );
    membershipId = membership.id;
  };
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
  const billed = (period = YEAR, wanted: object = {}) =>
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
  const pay = ({ id }: { readonly id: string }, cents: number): Promise<ReceivedPayment> =>
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
  const reasonsOfCredit = async (): Promise<readonly string[]> =>
    (
      await portal.parts.db.entities.query<{ reason: string }[]>(
        `select note.reason from credit_note note join invoice on invoice.id = note.invoice_id
         where invoice.membership_id = $1 order by note.number`,
        [membershipId],
      )
    ).map(({ reason }) => reason);
  const to = (code: keyof typeof classes): { readonly toClassId: MembershipClassId } => ({
    toClassId: classes[code].id,
  });
  /** The same as an act makes it: judged, written and settled at one instant. */
  const make = (
    plan: (history: NonNullable<MembershipFacts['history']>, known: typeof history) => Plan,
    change: Omit<MembershipChange, 'membershipId'>,
  ): Promise<MoneyEffect> =>
    portal.parts.db.transaction(async tx => {
      const inside = contextWithin({ ...context(), clock: stopped(portal.clock) }, tx);
      const history = (await inside.load(membershipById, membershipId))?.history;
      if (!history) throw new Error('a member has a history');
      const steps = plan(history, asKnown(history, inside.clock.now()));
      if (typeof steps === 'string') throw new Error(steps);
      const whole = { ...change, membershipId };
      const money = portal.parts.ports.of(membershipMoney);
      const effect = await money.effectOf(inside, whole);
      await writeSteps(inside, tx, membershipId, steps);
      await money.settle(contextWithin(inside, tx), tx, whole, effect);
      return effect;
    });
  /** How long the terms of the free class last. */
  const rule = (days: Pick<TermRuleEntity, 'kind' | 'months' | 'fromOn' | 'toOn'>): Promise<unknown> =>
    parts.db.transaction(tx =>
      tx.insert(TermRuleEntity, {
        ...{ id: newId(parts.clock, parts.random), classId: classes.FREE.id, rolloverOn: null },
        ...days,
      }),
    );
  const facts = async (): Promise<MembershipFacts> => {
    const membership = await context().load(membershipById, membershipId);
    if (membership === null) throw new Error('a member is on file');
    return membership;
  };
  return {
    portal,
    items,
    classes,
    admit,
    context,
    effectOf,
    settle,
    make,
    billed,
    pay,
    state,
    reasonsOfCredit,
    to,
    rule,
    facts,
  };
}
