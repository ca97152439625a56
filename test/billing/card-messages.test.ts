import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { secondsOf } from '../../src/kernel/clock.ts';
import { toPublicId, type PaymentId } from '../../src/kernel/id.ts';
import { statement } from '../../src/platform/database/statement.ts';
import { hours, minutes } from '../support/fake-clock.ts';
import { openCardHouse, payByCheque, WHOLE, type CardHouse } from './card-house.ts';
import { onFile, referenceIn, tell, useCard, type Started } from './card-operations.ts';
import { perform as paying } from './payment-operations.ts';

describe('what gateways tell of card payments (E13, E20, E21)', () => {
  let house: CardHouse;
  beforeAll(async () => {
    house = await openCardHouse();
  });
  beforeEach(() => house.signIn());
  afterAll(() => house.portal.close());

  it('a message that nobody here has signed is refused and leaves no trace', async () => {
    const one = await house.paidWith('TOLD_LATE');
    const now = String(secondsOf(house.portal.clock.now()));
    const forged = await tell(house.portal, 'evt_forged', referenceIn(one), `t=${now},v1=${'0'.repeat(64)}`);
    const overheard = await tell(house.portal, 'evt_forged', referenceIn(one), `t=1,v1=${'0'.repeat(64)}`);

    expect([forged.status, overheard.status]).toEqual([401, 401]);
    const [{ count } = { count: -1 }] = await house.portal.parts.db.read<{ count: number }>({
      name: 'test-gateway-event-count',
      text: `select count(*)::int as count from gateway_event where event_id = 'evt_forged'`,
    });
    expect(count).toBe(0);
    expect(await onFile(house.portal, one)).toMatchObject({ outcome: null, paid: '0' });
    expect((await fetch(`${house.portal.url}/webhooks/payments/stripe`, { method: 'POST' })).status).toBe(
      404,
    );
  });

  it('the same message twenty times at once pays once', async () => {
    const one = await house.paidWith('TOLD_LATE');

    const answers = await Promise.all(
      Array.from({ length: 20 }, () => tell(house.portal, 'evt_twenty', referenceIn(one))),
    );

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([204]));
    await house.portal.runDue();
    expect(await onFile(house.portal, one)).toMatchObject({
      outcome: 'SUCCEEDED',
      paid: WHOLE,
      payments: '1',
    });
  });

  it('twenty different messages at once, about a payment that was disputed and lost, pay once and take back once', async () => {
    const one = await house.paidWith('DISPUTE_LOST');
    house.portal.clock.advance(minutes(3));

    await Promise.all(
      Array.from({ length: 20 }, (_, i) => tell(house.portal, `evt_lost_${String(i)}`, referenceIn(one))),
    );
    await house.portal.runDue();

    expect(await onFile(house.portal, one)).toMatchObject({
      dispute: 'LOST',
      paid: '0',
      payments: '1',
      returns: '1',
    });
    // As staff's own act would stand there, and once; nobody's account did it.
    const entries = await house.portal.parts.db.entities.query<object[]>(
      `select e.account_id as "by", e.association_id as "associationId", e.after ->> 'kind' as kind,
         e.after ->> 'cents' as cents
       from audit_entry e join payment p on p.id::text = e.subject_id::text
       where e.act = 'returnPayment' and p.gateway_reference = $1`,
      [referenceIn(one)],
    );
    expect(entries).toEqual([
      {
        by: null,
        associationId: house.portal.world.aqpm.association.id,
        kind: 'DISPUTE_LOST',
        cents: WHOLE,
      },
    ]);
  });

  it('of two card payments of one invoice, one that was given up and one that took its place, no cent pays too much', async () => {
    const first = await house.started();
    house.portal.clock.advance(hours(25));
    await useCard(house.portal, first, 'TOLD_LATE');
    await house.portal.parts.db.transaction(tx =>
      tx.query(`update card_payment set outcome = 'CANCELLED', ended_at = now() where invoice_id = $1`, [
        first.id,
      ]),
    );
    await house.signIn();
    const second = await house.start({ invoiceId: first.invoiceId });
    await useCard(house.portal, second, 'TOLD_LATE');

    await Promise.all([
      tell(house.portal, 'evt_one', referenceIn(first)),
      tell(house.portal, 'evt_other', referenceIn(second)),
    ]);
    await house.portal.runDue();

    const [one, other] = await Promise.all([onFile(house.portal, first), onFile(house.portal, second)]);
    expect([one['outcome'], other['outcome']].sort()).toEqual(['PARKED', 'SUCCEEDED']);
    expect(one).toMatchObject({ paid: WHOLE });
    expect([one['parked'], other['parked']]).toContain('NOTHING_OWED 22995 CAD');
  });

  it.each([
    ['whole', 229_95],
    ['in part', 1],
  ])('money by card for what a cheque has paid %s meanwhile waits for staff', async (_, cents) => {
    const one = await house.paidWith('TOLD_LATE');
    await payByCheque(house, one.id, cents);

    await tell(house.portal, `evt_cheque_${String(cents)}`, referenceIn(one));

    expect(await onFile(house.portal, one)).toMatchObject({
      parked: 'NOTHING_OWED 22995 CAD',
      paid: String(cents),
      payments: '0',
    });
  });

  it.each([
    [
      'on file nowhere',
      `update sandbox_payment set order_reference = 'cpm_1111111111111111111111' where reference = $1`,
      `null`,
    ],
    ['on file under another reference', null, `'sbx_another'`],
  ])(
    'a payment at the gateway that is %s is parked for the body that it names, once',
    async (_, order, card) => {
      const one = await house.paidWith('TOLD_LATE');
      const reference = referenceIn(one);
      await house.portal.parts.db.transaction(async tx => {
        if (order !== null) await tx.query(order, [reference]);
        await tx.query(`update card_payment set gateway_reference = ${card} where gateway_reference = $1`, [
          reference,
        ]);
      });

      await Promise.all(
        ['a', 'b'].map(letter => tell(house.portal, `evt_${letter}_${reference}`, reference)),
      );

      const rows = await house.portal.parts.db.read(
        { name: 'test-unknown', text: 'select why from parked_receipt where gateway_reference = $1' },
        [reference],
      );
      expect(rows).toEqual([{ why: 'UNKNOWN_REFERENCE' }]);
    },
  );

  it('whichever messages are lost, late or early, it ends the same', async () => {
    const ends = new Set<string>();
    for (let told = 0; told < 16; told++) {
      await house.signIn();
      const one = await house.paidWith('DISPUTE_LOST');
      // Something is told at each of these minutes of its life, or nothing is, and once more after its end.
      for (const minute of [0, 1, 2, 3]) {
        if ((told & (1 << minute)) !== 0 || minute === 3)
          await tell(house.portal, `evt_${String(told)}_${String(minute)}`, referenceIn(one));
        house.portal.clock.advance(minutes(1));
      }
      ends.add(JSON.stringify(await onFile(house.portal, one)));
    }

    expect([...ends].map(end => JSON.parse(end) as object)).toEqual([
      expect.objectContaining({
        outcome: 'SUCCEEDED',
        dispute: 'LOST',
        paid: '0',
        payments: '1',
        returns: '1',
        parked: null,
      }),
    ]);
  });

  describe('money that somebody gives back at the gateway itself', () => {
    const refunds = statement<{ cents: string; by: string | null; failed: boolean }>(
      'test-refunds-of-card',
      `select r.cents::text as cents, r.prepared_by as by, r.failed_at is not null as failed
       from refund r join payment p on p.id = r.payment_id where p.gateway_reference = $1 order by r.prepared_at, r.prepared_by nulls last, r.id`,
    );
    const refundsOf = (one: Started) => house.portal.parts.db.read(refunds, [referenceIn(one)]);
    const giveBack = (one: Started, cents: number): Promise<unknown> =>
      house.portal.parts.db.transaction(tx =>
        tx.query(
          `insert into sandbox_event (id, payment_reference, kind, happens_at, position, cents)
           values ($1, $2, 'REFUNDED', $3, 9, $4)`,
          [
            `evt_there_${referenceIn(one)}_${String(cents)}`,
            referenceIn(one),
            house.portal.clock.now(),
            cents,
          ],
        ),
      );

    it('is a refund of that payment once, however often and however late it is told', async () => {
      const inPart = await house.paidWith('REFUNDED_IN_PART');
      const whole = await house.paidWith('REFUNDED_THERE');
      await house.portal.runDue();
      house.portal.clock.advance(minutes(2));

      await Promise.all(
        Array.from({ length: 10 }, (_, i) =>
          tell(house.portal, `evt_part_${String(i)}`, referenceIn(inPart)),
        ),
      );
      await tell(house.portal, 'evt_whole', referenceIn(whole));
      await house.portal.runDue();

      expect(await onFile(house.portal, inPart)).toMatchObject({ outcome: 'SUCCEEDED', paid: '22895' });
      expect(await refundsOf(inPart)).toEqual([{ cents: '100', by: null, failed: false }]);
      expect(await onFile(house.portal, whole)).toMatchObject({ paid: '0', payments: '1', returns: '0' });
      expect(await refundsOf(whole)).toEqual([{ cents: WHOLE, by: null, failed: false }]);
    });

    it('is heard at last where every message of it was lost, and is its payer’s credit once it comes back', async () => {
      const credit = statement<{ cents: string }>(
        'test-credit-of-payer',
        `select coalesce(-sum(cents), 0)::text as cents from ledger_entry
         where account = 'PAYER_CREDIT' and payer_person_id = $1`,
      );
      const creditNow = async (): Promise<number> =>
        Number((await house.portal.parts.db.read(credit, [house.member.person.id]))[0]?.cents);
      const one = await house.paidWith('REFUND_FAILED');
      const before = await creditNow();
      house.portal.clock.advance(minutes(1));
      await tell(house.portal, 'evt_given_back', referenceIn(one));
      expect(await creditNow()).toBe(before);

      house.portal.clock.advance(minutes(1));
      await Promise.all(['a', 'b'].map(it => tell(house.portal, `evt_failed_${it}`, referenceIn(one))));

      expect(await refundsOf(one)).toEqual([{ cents: WHOLE, by: null, failed: true }]);
      expect(await creditNow()).toBe(before + Number(WHOLE));
    });

    it('is told apart from what staff had given back here', async () => {
      const one = await house.paidWith('APPROVED');
      await house.portal.runDue();
      const [payment] = await house.portal.parts.db.read<{ id: PaymentId }>(
        { name: '', text: 'select id from payment where gateway_reference = $1' },
        [referenceIn(one)],
      );
      const refund = { way: 'SOURCE', reason: 'Double', amountCents: 100_00, invoiceId: one.invoiceId };
      const paymentId = toPublicId('Payment', payment?.id as PaymentId);
      await paying(house.portal, 'refundPayment', { ...refund, paymentId }, house.staff);
      await house.portal.runDue();
      await giveBack(one, 50_00);

      await tell(house.portal, 'evt_both', referenceIn(one));

      expect((await refundsOf(one)).map(({ cents, by }) => [cents, by === null])).toEqual([
        ['10000', false],
        ['5000', true],
      ]);
      expect(await onFile(house.portal, one)).toMatchObject({ paid: '7995' });
    });

    it('waits for staff no more, as far as it was parked', async () => {
      const one = await house.parked('AMOUNT_CHANGED');
      await giveBack(one, 100);
      await tell(house.portal, 'evt_parked_a', referenceIn(one));
      expect(await onFile(house.portal, one)).toMatchObject({ parked: 'AMOUNT_DIFFERS 22995 CAD' });

      await giveBack(one, 22_995);
      await tell(house.portal, 'evt_parked_b', referenceIn(one));
      await tell(house.portal, 'evt_parked_c', referenceIn(one));

      expect(await onFile(house.portal, one)).toMatchObject({
        parked: 'AMOUNT_DIFFERS 22995 CAD SENT_BACK',
        payments: '0',
      });
    });
  });
});
