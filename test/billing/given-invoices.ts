import { localDate } from '../../src/kernel/local-date.ts';
import { Money } from '../../src/kernel/money.ts';
import { Period } from '../../src/kernel/period.ts';
import type { AssociationId, MembershipId } from '../../src/kernel/id.ts';
import {
  writeInvoice,
  type NewInvoice,
  type NewLine,
  type WrittenInvoice,
} from '../../src/modules/billing/invoices/index.ts';
import type { Portal } from '../support/portal.ts';

/** 200 dollars of Québec, with both its taxes: 229.95. */
export const line = (supplierId: AssociationId, wanted: Partial<NewLine> = {}): NewLine => ({
  supplierId,
  feeItemId: null,
  kind: 'FEE',
  descriptions: { fr: 'Frais de dossier', en: 'File fee' },
  quantity: 1,
  unit: Money.cad(200_00),
  taxes: [
    { tax: 'GST', per100000: 5_000, amount: Money.cad(10_00), registrationNumber: '123456789 RT0001' },
    { tax: 'QST', per100000: 9_975, amount: Money.cad(19_95), registrationNumber: '1234567890 TQ0001' },
  ],
  membershipId: null,
  period: null,
  effect: 'NONE',
  settlement: 'ON_PAYMENT',
  explanation: [],
  ...wanted,
});

/** Dues for the year that the association begins in April 2027. */
export const duesLine = (
  supplierId: AssociationId,
  membershipId: MembershipId,
  wanted: Partial<NewLine> = {},
): NewLine =>
  line(supplierId, {
    kind: 'DUES',
    descriptions: { fr: 'Cotisation annuelle', en: 'Annual dues' },
    membershipId,
    period: Period.of(localDate('2027-04-01'), localDate('2028-04-01')),
    effect: 'EXTEND_TERM',
    ...wanted,
  });

export const invoice = (
  issuerId: AssociationId,
  payer: NewInvoice['payer'],
  wanted: Partial<NewInvoice> = {},
): NewInvoice => ({
  issuerId,
  kind: 'OTHER',
  payer,
  membershipId: null,
  billTo: {
    name: 'Zoé L’Écuyer',
    attention: null,
    street: '12, rue des Érables',
    street2: null,
    city: 'Montréal',
    province: 'QC',
    postalCode: 'H3A 2E6',
    country: 'CA',
  },
  locale: 'fr-CA',
  dueOn: localDate('2027-03-31'),
  placeOfSupply: 'QC',
  lines: [line(issuerId)],
  ...wanted,
});

export const givenInvoice = (
  { parts }: Portal,
  issuerId: AssociationId,
  payer: NewInvoice['payer'],
  wanted: Partial<NewInvoice> = {},
): Promise<WrittenInvoice> =>
  parts.db.transaction(tx => writeInvoice(parts, tx, invoice(issuerId, payer, wanted)));
