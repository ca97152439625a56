import type { AssociationId } from '../../../../kernel/id.ts';
import type { Money } from '../../../../kernel/money.ts';
import type { Parts } from '../../../../platform/context.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { formatMoney } from '../../../../platform/wording/money-in-words.ts';
import { payerIn, type Payer } from '../../payer.ts';
import type { HeldPayment } from '../hold-payment.ts';
import { tellPayer } from '../tell-payer.ts';
import type { RefundEntity } from './refund.entity.ts';
import { paymentRefunded, paymentRefundFailed } from './refund.mails.ts';

/** Tells whoever paid or, where they are not on file, whoever's invoice or credit it was. */
export async function tellRefunded(
  parts: Pick<Parts, 'clock' | 'random' | 'vault'>,
  tx: Tx,
  { payment }: Pick<HeldPayment, 'payment'>,
  { refund, payer }: { readonly refund: RefundEntity; readonly payer: Payer | null },
): Promise<void> {
  const reader = payerIn(payment) ?? payer;
  if (reader === null) return;
  await tellPayer(parts, tx, {
    payer: reader,
    associationId: payment.receiverId,
    letter: paymentRefunded,
    values: locale => ({ amount: formatMoney(refund.cents, locale), way: refund.way }),
  });
}

/** Tells whoever expects it that money did not arrive on their card; nobody where they are not on file. */
export async function tellRefundFailed(
  parts: Pick<Parts, 'clock' | 'random' | 'vault'>,
  tx: Tx,
  refund: { readonly bookId: AssociationId; readonly reader: Payer | null; readonly amount: Money },
): Promise<void> {
  if (refund.reader === null) return;
  await tellPayer(parts, tx, {
    payer: refund.reader,
    associationId: refund.bookId,
    letter: paymentRefundFailed,
    values: locale => ({ amount: formatMoney(refund.amount.cents, locale) }),
  });
}
