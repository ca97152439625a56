import type { LocalDate } from '../../../../kernel/local-date.ts';
import type { Parts } from '../../../../platform/context.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { formatMoney } from '../../../../platform/wording/money-in-words.ts';
import { openOf, type HeldInvoice } from '../../invoices/held-invoice.ts';
import type { IntentMethod } from '../payment-words.ts';
import { printedNumbers } from '../printed-numbers.ts';
import { tellPayer } from '../tell-payer.ts';
import { intentExpired, intentStated } from './intent.mails.ts';

type Telling = Pick<Parts, 'clock' | 'random' | 'vault'>;

interface Stated {
  readonly method: IntentMethod;
  readonly expectedOn: LocalDate;
  readonly lastDay: LocalDate;
}

export async function tellIntentStated(
  parts: Telling,
  tx: Tx,
  invoice: HeldInvoice,
  stated: Stated,
): Promise<void> {
  const number = (await printedNumbers(tx, [invoice]))(invoice.id);
  await tellPayer(parts, tx, {
    payer: invoice.payer,
    associationId: invoice.issuerId,
    letter: intentStated,
    values: locale => ({ ...stated, number, open: formatMoney(openOf(invoice).cents, locale) }),
  });
}

export async function tellIntentExpired(parts: Telling, tx: Tx, invoice: HeldInvoice): Promise<void> {
  const number = (await printedNumbers(tx, [invoice]))(invoice.id);
  await tellPayer(parts, tx, {
    payer: invoice.payer,
    associationId: invoice.issuerId,
    letter: intentExpired,
    values: locale => ({ number, open: formatMoney(openOf(invoice).cents, locale) }),
  });
}
