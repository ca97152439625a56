import type { AssociationId, PaymentId } from '../../../../kernel/id.ts';
import { Money } from '../../../../kernel/money.ts';
import { within, type Tx } from '../../../../platform/database/database.ts';
import { statement } from '../../../../platform/database/statement.ts';
import { payerColumns, type Payer } from '../../payer.ts';
import { JOURNALS_OF_PAYMENT } from '../allocation-of.ts';
import { keyOf } from '../payers.ts';

const holdLine = statement('payer-credit-hold', 'select pg_advisory_xact_lock(hashtextextended($1, 0))');

/** In the terms of its index: of the three columns one names the payer. */
export const CREDIT_IN_BOOK = (
  book: string,
  person: string,
  organization: string,
  association: string,
): string => `
  select coalesce(-sum(cents), 0) from ledger_entry
  where book_id = ${book} and account = 'PAYER_CREDIT' and (
    (payer_person_id = ${person} and payer_person_id is not null)
    or (payer_organization_id = ${organization} and payer_organization_id is not null)
    or (payer_association_id = ${association} and payer_association_id is not null))`;

const credit = statement<{ cents: string }>(
  'payer-credit',
  `select (${CREDIT_IN_BOOK('$1', '$2::uuid', '$3::uuid', '$4::uuid')})::text as cents`,
);
const creditOfNobody = statement<{ cents: string }>(
  'payment-credit-unnamed',
  `select coalesce(-sum(cents), 0)::text as cents from ledger_entry
   where journal_id in (${JOURNALS_OF_PAYMENT}) and account = 'PAYER_CREDIT'
     and num_nonnulls(payer_person_id, payer_organization_id, payer_association_id) = 0`,
);

/**
 * What a body holds of a payer's money, held so that nobody else spends it meanwhile: below zero where a payment was
 * returned after its credit was spent. After invoices and payments, which are held first.
 */
export async function holdCredit(tx: Tx, bookId: AssociationId, payer: Payer): Promise<Money> {
  const { payerPersonId, payerOrganizationId, payerAssociationId } = payerColumns(payer);
  const columns = [bookId, payerPersonId, payerOrganizationId, payerAssociationId];
  await within(tx, holdLine, [`payer-credit/${columns.join('/')}`]);
  const [held] = await within(tx, credit, columns);
  return Money.cad(BigInt(held?.cents ?? 0));
}

/** The same of several, in the order asked for: held in one order, whoever asks. */
export async function holdCredits(tx: Tx, bookId: AssociationId, payers: readonly Payer[]): Promise<Money[]> {
  const held = new Map<Payer, Money>();
  for (const payer of payers.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)))
    held.set(payer, await holdCredit(tx, bookId, payer));
  return payers.map(payer => held.get(payer) ?? Money.cad(0));
}

/** What is left over of a held payment of somebody who is not on file. */
export async function unnamedCreditOf(tx: Tx, paymentId: PaymentId): Promise<Money> {
  const [held] = await within(tx, creditOfNobody, [paymentId]);
  return Money.cad(BigInt(held?.cents ?? 0));
}
