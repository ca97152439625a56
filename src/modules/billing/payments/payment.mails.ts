import type { LocalDate } from '../../../kernel/local-date.ts';
import { defineLetter } from '../../../platform/mail/index.ts';
import { dateInWords } from '../../../platform/wording/date-in-words.ts';
import type { PaymentMethod } from './payment-words.ts';

/** Amounts as they are read, in the reader's language. */
export interface PaymentReceivedValues {
  readonly amount: string;
  readonly method: PaymentMethod;
  readonly receivedOn: LocalDate;
  readonly invoices: readonly {
    readonly number: string;
    readonly paid: string;
    /** Null where nothing is left to pay. */
    readonly open: string | null;
  }[];
  /** What no invoice took. */
  readonly credit: string | null;
}

export const paymentReceived = defineLetter<PaymentReceivedValues>(
  'payment-received',
  ({ wording, sender, values: { amount, method, receivedOn, invoices, credit } }) => {
    const say = (what: string, more: object = {}): string =>
      wording.of(`payments.mail.received.${what}`, { amount, ...more });
    const day = dateInWords(receivedOn, wording.locale);
    const list = invoices.map(({ open, ...invoice }) =>
      open === null ? say('paid', invoice) : say('partly', { ...invoice, open }),
    );
    return {
      subject: say('subject'),
      parts: [
        { kind: 'TEXT', text: say('text', { day, way: wording.of(`PaymentMethod.${method}`) }) },
        ...(list.length > 0 ? [{ kind: 'TEXT' as const, text: list.join('\n') }] : []),
        ...(credit === null ? [] : [{ kind: 'TEXT' as const, text: say('credit', { credit }) }]),
        { kind: 'TEXT', text: wording.of('payments.mail.question', { supportEmail: sender.supportEmail }) },
      ],
    };
  },
);
