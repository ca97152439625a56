import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { toPublicId, type AssociationId, type InvoiceId, type PersonId } from '../../src/kernel/id.ts';
import { Money } from '../../src/kernel/money.ts';
import { StaffRole } from '../../src/modules/associations/index.ts';
import { givenOffice, type Office } from '../invitations/operations.ts';
import { givenPerson } from '../support/given/membership-world.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { givenInvoice, line } from './given-invoices.ts';
import { perform as invoicing } from './invoice-operations.ts';
import { perform as paying, publicInvoice } from './payment-operations.ts';
import { bothCounts, leftOfPayers } from './real-books.ts';
import { perform as remitting, publicIdOf } from './remittance-operations.ts';

const ORDERS = 30;
const anyOrder = fc.array(fc.tuple(fc.nat(99), fc.nat(9_999), fc.nat(99_999)), {
  minLength: 5,
  maxLength: 10,
  size: 'max',
});

let portal: Portal;
let book: AssociationId;
let bodies: readonly AssociationId[];
let treasurer: Office;
let second: Office;
let payers: readonly { readonly personId: PersonId }[];
beforeAll(async () => {
  portal = await openPortal();
  const { icu, oppi, pibc } = portal.world;
  book = icu.association.id;
  bodies = [oppi.id, pibc.id];
  treasurer = await givenOffice(portal, { body: icu, role: StaffRole.FINANCE });
  second = await givenOffice(portal, { body: icu, role: StaffRole.ADMIN });
  const persons = [
    await givenPerson(portal, { associationId: book }),
    await givenPerson(portal, { associationId: book }),
  ];
  payers = persons.map(({ id }) => ({ personId: id }));
});
afterAll(() => portal.close());

const november = { from: '2026-11-01', to: '2026-11-30' };
const invoices: { readonly id: InvoiceId; readonly lineIds: readonly string[] }[] = [];
const payments: string[] = [];
const paidBy = new Map<string, string>();
const batches: string[] = [];
const answers = new Map<string, number>();
const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % (list.length || 1)];
const payerAt = (at: number): { readonly personId: PersonId } => {
  const payer = pick(payers, at);
  if (!payer) throw new Error('two people pay');
  return payer;
};
const told = <R extends { readonly __typename: string }>(result: R): R => {
  answers.set(result.__typename, (answers.get(result.__typename) ?? 0) + 1);
  return result;
};

async function invoice(a: number, b: number): Promise<void> {
  const lines = Array.from({ length: 1 + (a % 4) }, (_, n) => {
    const unit = Money.cad((b * (n + 3)) % 50_021);
    const rates = [
      [],
      [['HST', 13_000]],
      [
        ['GST', 5_000],
        ['QST', 9_975],
      ],
    ] as const;
    const taxes = (rates[(a + n) % 3] ?? []).map(([tax, per100000]) => ({
      ...{ tax, per100000, registrationNumber: null },
      amount: unit.percent(per100000, 100_000),
    }));
    return line(pick([book, ...bodies], a >> n) ?? book, { unit, taxes });
  });
  invoices.push(await givenInvoice(portal, book, payerAt(b), { lines }));
}

/** One act through its own door; a refusal is an answer like any other. */
async function act(kind: number, a: number, b: number): Promise<void> {
  const one = pick(invoices, a);
  const payment = pick(payments, a);
  const batch = pick(batches, a);
  const { asked } = treasurer;
  if (one === undefined || kind < 20) return invoice(a, b);
  const invoiceId = publicInvoice(one.id);
  if (kind < 45) {
    const wanted = {
      associationId: publicIdOf(book),
      method: 'CHEQUE',
      receivedOn: '2026-11-20',
      reference: `${a}-${b}`,
      ...(b % 5 > 0 ? { payerId: toPublicId('Person', payerAt(a).personId) } : { payerName: 'Tante Ida' }),
    };
    const invoiceIds = [...new Set([invoiceId, publicInvoice((pick(invoices, a + 1) ?? one).id)])];
    const amountCents = 1 + (b % 120_000);
    const paid = told(await paying(portal, 'recordPayment', { ...wanted, invoiceIds, amountCents }, asked));
    if (paid.__typename !== 'RecordPaymentSuccess') return;
    payments.push(paid.payment.id);
    paidBy.set(paid.payment.id, invoiceId);
  } else if (kind < 52 && payment !== undefined) {
    const input = { paymentId: payment, kind: 'RECALLED', returnedOn: '2026-11-21' };
    told(await paying(portal, 'returnPayment', input, asked));
  } else if (kind < 62 && payment !== undefined) {
    const way = ['CHEQUE', 'CREDIT', 'TRANSFER'][b % 3];
    const wanted = { paymentId: payment, amountCents: 1 + (b % 9_000), way, reason: 'Trop perçu' };
    const ofLines = { ...wanted, invoiceId: paidBy.get(payment) ?? invoiceId };
    told(await paying(portal, 'refundPayment', b % 4 === 0 ? wanted : ofLines, asked));
  } else if (kind < 72) {
    const lineId = toPublicId('InvoiceLine', pick(one.lineIds, b) as never);
    const credit = { lineId, ...(b % 3 > 0 && { amountCents: 1 + (b % 15_000) }) };
    told(
      await invoicing(
        portal,
        'creditInvoice',
        { invoiceId, lines: [credit], reason: 'Rectification' },
        asked,
      ),
    );
  } else if (kind < 78) {
    told(
      await paying(portal, 'useCredit', { invoiceId, ...(b % 2 && { amountCents: 1 + (b % 5_000) }) }, asked),
    );
  } else if (kind < 88) await prepare(pick(bodies, a) ?? book, b % 3 === 0);
  else if (batch !== undefined && b % 4 > 0) await goOn(batch);
  else if (batch !== undefined)
    told(await remitting(portal, 'reverseRemittance', { remittanceId: batch, reason: 'Erreur' }, asked));
}

async function prepare(bodyId: AssociationId, claims: boolean): Promise<void> {
  const input = { bookId: publicIdOf(book), bodyId: publicIdOf(bodyId), ...november };
  const name = claims ? 'claimFromBody' : 'prepareRemittance';
  const { batch } = told(await remitting(portal, name, input, treasurer.asked)) as Partial<{
    batch: { id: string };
  }>;
  if (batch) batches.push(batch.id);
}

async function handOn(claims: boolean): Promise<void> {
  for (const bodyId of bodies) await prepare(bodyId, claims);
  for (const batch of [...batches, ...batches]) await goOn(batch);
}

const owedToBodies = async (): Promise<readonly string[]> =>
  (await bothCounts(portal, book)).posted.filter(
    text => !text.startsWith('line ') && bodies.some(id => text.includes(id)),
  );

async function goOn(remittanceId: string): Promise<void> {
  const approved = told(await remitting(portal, 'approveRemittance', { remittanceId }, second.asked));
  if (approved.__typename === 'RemittanceMovedOn')
    told(await remitting(portal, 'markRemittancePaid', { remittanceId, reference: 'EFT' }, treasurer.asked));
}

describe('the books of a portal after acts in whatever order (E13, E14, Z1, Z2)', () => {
  it.each(
    fc.sample(anyOrder, { numRuns: ORDERS, seed: 20_261_122 }).map((order, n) => [n + 1, order] as const),
  )('say what the documents say: order %d', async (_, order) => {
    for (const [kind, a, b] of order) await act(kind, a, b);

    const { posted, counted } = await bothCounts(portal, book);
    expect(posted).toEqual(counted);
  });

  it('owe nothing to any body once all is handed on, nor anybody to them once all that came back is claimed', async () => {
    await handOn(false);
    expect(await owedToBodies()).toEqual([]);

    for (const paymentId of payments)
      told(
        await paying(
          portal,
          'returnPayment',
          { paymentId, kind: 'RECALLED', returnedOn: '2026-11-22' },
          treasurer.asked,
        ),
      );
    await handOn(false);
    expect((await owedToBodies()).length).toBeGreaterThan(0);
    await handOn(true);

    const { posted, counted } = await bothCounts(portal, book);
    expect(posted).toEqual(counted);
    expect(await owedToBodies()).toEqual([]);
  });

  it('leave nobody with money that came back: what is paid by then was paid on account of its payer', async () => {
    expect(await leftOfPayers(portal, book)).toEqual([]);
  });

  it('met every act on the way', () => {
    expect([...answers.keys()]).toEqual(
      expect.arrayContaining([
        ...['RecordPaymentSuccess', 'ReturnPaymentSuccess', 'RefundPaymentSuccess', 'CreditInvoiceSuccess'],
        ...[
          'UseCreditSuccess',
          'PrepareRemittanceSuccess',
          'ClaimFromBodySuccess',
          'ApproveRemittanceSuccess',
        ],
        ...['MarkRemittancePaidSuccess', 'ReverseRemittanceSuccess', 'BodyOwesMore'],
      ]),
    );
  });
});
