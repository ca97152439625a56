import { describe, expect, it } from '@jest/globals';
import type { InvoiceId } from '../../src/kernel/id.ts';
import { Money } from '../../src/kernel/money.ts';
import {
  leftOver,
  releasedTo,
  type PaidInvoice,
} from '../../src/modules/billing/payments/refunding/left-over.ts';

type Cents = Partial<
  Record<'paid' | 'put' | 'putByPayer' | 'putByOthers' | 'givenBack' | 'givenBackOfAll', number>
> & { readonly isOwn?: boolean };

const invoice = ({ isOwn = true, ...cents }: Cents): PaidInvoice => {
  const nothing = { paid: 0, put: 0, putByPayer: 0, putByOthers: 0, givenBack: 0, givenBackOfAll: 0 };
  const amounts = Object.entries({ ...nothing, ...cents }).map(([key, one]) => [key, Money.cad(one)]);
  return {
    id: 'invoice' as InvoiceId,
    isOwn,
    ...(Object.fromEntries(amounts) as Omit<PaidInvoice, 'id' | 'isOwn'>),
  };
};

describe('what of a payment lies in whose credit (E12)', () => {
  it.each<[string, number, Cents[], number]>([
    ['no invoice took it', 240, [{ paid: 230, put: 230 }], 10],
    ['a credit note gave it back', 230, [{ paid: 100, put: 230 }], 130],
    ['a line gave it to the credit', 230, [{ paid: 130, put: 130 }], 100],
    ['another cheque of the same payer stands', 100, [{ paid: 100, put: 100, putByPayer: 100 }], 100],
    ['what others paid stands first', 100, [{ paid: 150, put: 100, putByOthers: 100 }], 50],
    ['it paid what is another’s', 240, [{ isOwn: false, paid: 230, put: 230 }], 10],
    ['whoever owed that was credited', 240, [{ isOwn: false, paid: 0, put: 230 }], 10],
    ['and has given some back', 190, [{ isOwn: false, paid: 0, put: 230, givenBack: 50 }], 10],
    ['it all went back', 0, [{ paid: 230, put: 230 }], 0],
  ])('that of whoever paid: %s', (_, left, invoices, expected) => {
    expect(leftOver(Money.cad(left), invoices.map(invoice)).cents).toBe(BigInt(expected));
  });

  it.each<[string, Cents, number]>([
    ['nothing while it stands', { isOwn: false, paid: 230, put: 230 }, 0],
    ['what a credit note released', { isOwn: false, paid: 100, put: 230 }, 130],
    ['not what was their own', { isOwn: false, paid: 150, put: 100, putByPayer: 100 }, 0],
    ['never more than was put there', { isOwn: false, paid: 0, put: 100, putByOthers: 100 }, 100],
    ['once', { isOwn: false, paid: 0, put: 100, givenBack: 100, givenBackOfAll: 100 }, 0],
    ['once, whoever got it', { isOwn: false, paid: 100, put: 100, putByOthers: 100, givenBackOfAll: 100 }, 0],
    ['of one’s own there is no other', { paid: 0, put: 100 }, 0],
  ])('that of whoever owed the invoice: %s', (_, one, expected) => {
    expect(releasedTo(invoice(one)).cents).toBe(BigInt(expected));
  });
});
