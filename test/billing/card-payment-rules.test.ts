import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  judgeCardPayment,
  type KnownCardPayment,
} from '../../src/modules/billing/cards/card-payment-rules.ts';
import {
  sandboxPaymentAt,
  SANDBOX_EVENTS,
  type SandboxEventKind,
} from '../../src/modules/billing/cards/sandbox/sandbox-state.ts';
import type { GatewayPayment } from '../../src/modules/billing/payment-gateway.ts';

const NEW: KnownCardPayment = {
  cents: 229_95n,
  processing: false,
  declineReason: null,
  dispute: null,
  outcome: null,
};

const told = (wanted: Partial<GatewayPayment> = {}): GatewayPayment => ({
  reference: 'pi_1',
  order: { reference: 'cpm_1', receiver: 'ass_1' },
  state: 'SUCCEEDED',
  cents: 229_95n,
  currency: 'CAD',
  declineReason: null,
  dispute: null,
  refunds: [],
  payWith: null,
  ...wanted,
});

describe('what a gateway says of a card payment (E20, E21)', () => {
  it.each([
    ['as ordered', {}, 229_95n, 'PAY', 'SUCCEEDED'],
    ['while more is owed, because a part was ordered', {}, 500_00n, 'PAY', 'SUCCEEDED'],
    ['of another amount', { cents: 230_95n }, 500_00n, 'AMOUNT_DIFFERS', 'PARKED'],
    ['of a smaller amount', { cents: 229_94n }, 229_95n, 'AMOUNT_DIFFERS', 'PARKED'],
    ['in other money', { currency: 'USD' }, 229_95n, 'CURRENCY_DIFFERS', 'PARKED'],
    ['of an invoice that a cheque has paid', {}, 0n, 'NOTHING_OWED', 'PARKED'],
    ['of one that a cheque has paid in part', {}, 229_94n, 'NOTHING_OWED', 'PARKED'],
  ] as const)('money %s', (_, said, owed, money, outcome) => {
    const judged = judgeCardPayment(NEW, told(said), owed);

    expect(judged).toMatchObject({ money, after: { outcome }, goesBack: false });
  });

  it.each([
    ['is on its way', { state: 'PROCESSING' }, { processing: true, outcome: null }],
    [
      'was declined',
      { state: 'OPEN', declineReason: 'EXPIRED_CARD' },
      { declineReason: 'EXPIRED_CARD', outcome: null },
    ],
    ['is cancelled', { state: 'CANCELLED' }, { outcome: 'CANCELLED' }],
  ] as const)('a payment that %s moves no money', (_, said, after) => {
    expect(judgeCardPayment(NEW, told(said), 229_95n)).toMatchObject({ money: null, after });
  });

  it('money that comes after everybody has given up is money', () => {
    const judged = judgeCardPayment({ ...NEW, outcome: 'CANCELLED' }, told(), 229_95n);

    expect(judged).toMatchObject({ money: 'PAY', after: { outcome: 'SUCCEEDED' } });
  });

  it('a lost dispute takes the money back once, and also where it is the first that is heard', () => {
    const first = judgeCardPayment(NEW, told({ dispute: 'LOST' }), 229_95n);
    const again = judgeCardPayment({ ...NEW, ...first.after }, told({ dispute: 'LOST' }), 0n);

    expect([first.money, first.goesBack]).toEqual(['PAY', true]);
    expect([again.money, again.goesBack]).toEqual([null, false]);
  });

  it('ends the same, with money taken once and given back once, in whatever order and however often it is told', () => {
    const life: GatewayPayment[] = [
      told({ state: 'OPEN' }),
      told({ state: 'OPEN', declineReason: 'INSUFFICIENT_FUNDS' }),
      told({ state: 'PROCESSING' }),
      told(),
      told({ dispute: 'OPEN' }),
      told({ dispute: 'LOST' }),
    ];
    const orders = fc
      .shuffledSubarray([...life, ...life], { minLength: 0 })
      .map(order => [...order, ...order.slice(0, 1), life[5] ?? told()]);

    fc.assert(
      fc.property(orders, order => {
        let known = NEW;
        let taken = 0;
        let back = 0;
        for (const said of order) {
          const { after, money, goesBack } = judgeCardPayment(known, said, 229_95n);
          known = { ...known, ...after };
          taken += money === 'PAY' ? 1 : 0;
          back += goesBack ? 1 : 0;
        }
        expect({ ...known, taken, back }).toEqual({
          ...NEW,
          outcome: 'SUCCEEDED',
          dispute: 'LOST',
          taken: 1,
          back: 1,
        });
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('the sandbox', () => {
  const order = { reference: 'sbx_1', orderReference: 'cpm_1', receiver: 'ass_1', cents: 100_00n };
  const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 22, 15, minute));
  const fact = (kind: SandboxEventKind, minute: number, wanted = {}) => ({
    ...{
      id: `evt_${kind}`,
      kind,
      happensAt: at(minute),
      idempotencyKey: null,
      cents: null,
      currency: null,
      declineReason: null,
    },
    ...wanted,
  });

  it('knows at each instant what has happened by then', () => {
    const facts = [
      fact('PROCESSING', 1),
      fact('SUCCEEDED', 3),
      fact('DISPUTE_OPENED', 4),
      fact('DISPUTE_LOST', 5),
    ];

    const states = [0, 1, 2, 3, 4, 5].map(minute => {
      const { state, dispute } = sandboxPaymentAt(order, facts, at(minute));
      return [state, dispute];
    });

    expect(states).toEqual([
      ['OPEN', null],
      ['PROCESSING', null],
      ['PROCESSING', null],
      ['SUCCEEDED', null],
      ['SUCCEEDED', 'OPEN'],
      ['SUCCEEDED', 'LOST'],
    ]);
  });

  it('never unpays what was paid', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...SANDBOX_EVENTS)), kinds => {
        const facts = [fact('SUCCEEDED', 0), ...kinds.map(kind => fact(kind, 1))];

        expect(sandboxPaymentAt(order, facts, at(2)).state).toBe('SUCCEEDED');
      }),
    );
  });
});
