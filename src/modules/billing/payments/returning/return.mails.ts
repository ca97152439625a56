import type { LocalDate } from '../../../../kernel/local-date.ts';
import { defineLetter } from '../../../../platform/mail/index.ts';
import { dateInWords } from '../../../../platform/wording/date-in-words.ts';
import type { ReturnKind } from '../payment-words.ts';

/** Amounts as they are read, in the reader's language. */
export interface PaymentReturnedValues {
  readonly kind: ReturnKind;
  readonly amount: string;
  readonly returnedOn: LocalDate;
  readonly open: readonly { readonly number: string; readonly open: string }[];
  /** What the reader's credit is below zero; null where it is not. Mails that wait from before it was told have none. */
  readonly owes?: string | null;
}

export const paymentReturned = defineLetter<PaymentReturnedValues>(
  'payment-returned',
  ({ wording, sender, values: { kind, amount, returnedOn, open, owes = null } }) => {
    const say = (what: string, more: object = {}): string =>
      wording.of(`payments.mail.returned.${what}`, { amount, ...more });
    const day = dateInWords(returnedOn, wording.locale);
    const list = [
      ...open.map(invoice => say('open', invoice)),
      ...(owes === null ? [] : [say('credit', { owes })]),
    ];
    return {
      subject: say('subject'),
      parts: [
        { kind: 'TEXT', text: say('text', { day, why: wording.of(`ReturnKind.${kind}`) }) },
        ...(list.length > 0 ? [{ kind: 'TEXT' as const, text: [say('owed'), ...list].join('\n') }] : []),
        { kind: 'TEXT', text: wording.of('payments.mail.question', { supportEmail: sender.supportEmail }) },
      ],
    };
  },
);

export interface TakenFromCreditValues {
  readonly amount: string;
  readonly returnedOn: LocalDate;
  /** Of the reader's invoices that the payment had paid. */
  readonly numbers: readonly string[];
  /** What their credit is below zero, since they had spent it; null where it is not. Absent as above. */
  readonly owes?: string | null;
}

/** To whom a credit note had given what somebody else paid: names nobody who paid. */
export const takenFromCredit = defineLetter<TakenFromCreditValues>(
  'taken-from-credit',
  ({ wording, sender, values: { amount, returnedOn, numbers, owes = null } }) => {
    const say = (what: string, more: object = {}): string =>
      wording.of(`payments.mail.takenFromCredit.${what}`, { amount, ...more });
    const list = numbers.map(number => say('invoice', { number }));
    return {
      subject: say('subject'),
      parts: [
        {
          kind: 'TEXT',
          text: [say('text', { day: dateInWords(returnedOn, wording.locale) }), ...list].join('\n'),
        },
        { kind: 'TEXT', text: say('taken') },
        ...(owes === null ? [] : [{ kind: 'TEXT' as const, text: say('owed', { owes }) }]),
        { kind: 'TEXT', text: wording.of('payments.mail.question', { supportEmail: sender.supportEmail }) },
      ],
    };
  },
);
