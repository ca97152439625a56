import { defineLetter } from '../../../../platform/mail/index.ts';
import type { RefundWay } from '../payment-words.ts';

export interface PaymentRefundedValues {
  /** As it is read, in the reader's language. */
  readonly amount: string;
  readonly way: RefundWay;
}

export const paymentRefunded = defineLetter<PaymentRefundedValues>(
  'payment-refunded',
  ({ wording, sender, values }) => {
    const say = (what: string): string => wording.of(`payments.mail.refunded.${what}`, { ...values });
    return {
      subject: say('subject'),
      parts: [
        { kind: 'TEXT', text: say(`text.${values.way}`) },
        { kind: 'TEXT', text: wording.of('payments.mail.question', { supportEmail: sender.supportEmail }) },
      ],
    };
  },
);

export const paymentRefundFailed = defineLetter<Pick<PaymentRefundedValues, 'amount'>>(
  'payment-refund-failed',
  ({ wording, sender: { supportEmail }, values }) => ({
    subject: wording.of('payments.mail.refundFailed.subject', { ...values }),
    parts: [
      { kind: 'TEXT', text: wording.of('payments.mail.refundFailed.text', { ...values, supportEmail }) },
    ],
  }),
);
