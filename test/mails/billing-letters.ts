import { localDate } from '../../src/kernel/local-date.ts';
import { intentExpired, intentStated } from '../../src/modules/billing/payments/intents/intent.mails.ts';
import {
  PAYMENT_METHODS,
  REFUND_WAYS,
  RETURN_KINDS,
} from '../../src/modules/billing/payments/payment-words.ts';
import { paymentReceived } from '../../src/modules/billing/payments/payment.mails.ts';
import {
  paymentRefunded,
  paymentRefundFailed,
} from '../../src/modules/billing/payments/refunding/refund.mails.ts';
import {
  paymentReturned,
  takenFromCredit,
} from '../../src/modules/billing/payments/returning/return.mails.ts';
import { samplesOf, type LetterSample } from './samples-of.ts';

/** The letters of billing. */
export const BILLING_LETTERS: readonly LetterSample[] = [
  ...samplesOf(paymentReceived, {
    values: Object.values(PAYMENT_METHODS).map((method, place) => ({
      method,
      amount: '1 234,56 $',
      receivedOn: localDate('2026-12-01'),
      credit: place === 0 ? null : '4,56 $',
      invoices: [
        { number: 'OPPI-2026-000123', paid: '1 000,00 $', open: null },
        { number: 'OPPI-2026-000124', paid: '230,00 $', open: '1,00 $' },
      ],
    })),
  }),
  ...samplesOf(paymentReturned, {
    values: Object.values(RETURN_KINDS).flatMap(kind =>
      [[], [{ number: 'OPPI-2026-000123', open: '45,00 $' }]].map(open => ({
        kind,
        open,
        amount: '229,95 $',
        returnedOn: localDate('2026-12-01'),
        // Mails that wait from before it was told have none.
        ...(kind !== 'RECALLED' && { owes: open.length === 0 ? null : '12,34 $' }),
      })),
    ),
  }),
  ...samplesOf(takenFromCredit, {
    values: [{}, { owes: null }, { owes: '12,34 $' }].map(owes => ({
      ...owes,
      amount: '229,95 $',
      returnedOn: localDate('2026-12-01'),
      numbers: ['OPPI-2026-000123', 'OPPI-2026-000124'],
    })),
  }),
  ...samplesOf(paymentRefunded, {
    values: Object.values(REFUND_WAYS).map(way => ({ way, amount: '229,95 $' })),
  }),
  ...samplesOf(paymentRefundFailed, { values: [{ amount: '229,95 $' }] }),
  ...samplesOf(intentStated, {
    values: (['CHEQUE', 'TRANSFER'] as const).map(method => ({
      method,
      number: 'OPPI-2026-000123',
      open: '229,95 $',
      expectedOn: localDate('2026-12-01'),
      lastDay: localDate('2026-12-22'),
    })),
  }),
  ...samplesOf(intentExpired, { values: [{ number: 'OPPI-2026-000123', open: '229,95 $' }] }),
];
