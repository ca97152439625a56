import type { Locale } from '../../src/kernel/locale.ts';
import { LanguagePolicy } from '../../src/modules/associations/index.ts';
import type {
  CreditNoteDocumentFacts,
  InvoiceDocumentFacts,
} from '../../src/modules/billing/invoices/documents/document-facts.ts';
import { printCreditNote, printInvoice } from '../../src/modules/billing/invoices/documents/print-invoice.ts';
import {
  printReceipt,
  type ReceiptFacts,
} from '../../src/modules/billing/invoices/documents/print-receipt.ts';
import type { LetterheadFacts } from '../../src/modules/billing/invoices/letterhead.ts';
import { createHouseWordings } from '../../src/wording.ts';

/** As a body was written down long ago. What follows is never changed: it stands for documents that people keep. */
const LETTERHEAD = {
  code: 'OPPI',
  nameFr: 'Institut des planificateurs professionnels de l’Ontario',
  nameEn: 'Ontario Professional Planners Institute',
  shortNameFr: 'IPPO',
  shortNameEn: 'OPPI',
  postalAddress: '234, avenue Eglinton Est, Toronto (Ontario) M4P 1K5',
  supportEmail: 'aide@oppi.example',
  supportPhone: '+14165550123',
  supportTollFreePhone: null,
  websiteFr: 'https://oppi.example/fr',
  websiteEn: 'https://oppi.example/en',
  languagePolicy: LanguagePolicy.BILINGUAL_CHOICE,
} satisfies LetterheadFacts;

const PRINTED = {
  id: '019aa000-0000-7000-8000-000000000001',
  issuerId: '019aa000-0000-7000-8000-0000000000aa',
  letterhead: LETTERHEAD,
  fiscalYear: 2026,
  number: 12,
  issuedOn: '2026-11-22',
  memberName: 'Zoé L’Écuyer',
  memberNumber: '4711',
  at: new Date('2026-11-22T15:00:00Z'),
  billTo: {
    name: 'Coopérative ᓀᐦᐃᔭᐤ',
    attention: 'Zoé L’Écuyer',
    street: '12, rue des Érables',
    street2: null,
    city: 'Montréal',
    province: 'QC',
    postalCode: 'H3A 2E6',
    country: 'CA',
  },
  net: '12000',
  total: '12600',
  lines: [
    {
      fr: 'Cotisation annuelle',
      en: 'Annual dues',
      quantity: 1,
      unit: '20000',
      net: '10000',
      from: '2027-04-01',
      to: '2028-04-01',
      supplierId: '019aa000-0000-7000-8000-0000000000aa',
      supplier: LETTERHEAD,
      taxes: [{ tax: 'GST', per100000: 5_000, cents: '600', registrationNumber: '123456789 RT0001' }],
    },
    {
      fr: 'Fonds de bourses',
      en: 'Scholarship fund',
      quantity: 2,
      unit: '1000',
      net: '2000',
      from: null,
      to: null,
      supplierId: '019aa000-0000-7000-8000-0000000000bb',
      supplier: { ...LETTERHEAD, nameFr: 'Fondation', nameEn: 'Foundation' },
      taxes: [],
    },
  ],
};

const invoice = { ...PRINTED, dueOn: '2027-03-31' };
const creditNote = {
  ...PRINTED,
  ...{ invoiceCode: 'OPPI', invoiceFiscalYear: 2026, invoiceNumber: 7, invoiceIssuedOn: '2026-10-01' },
  reason: 'Facturé par erreur',
};
const receipt = {
  ...{
    letterhead: LETTERHEAD,
    method: 'CHEQUE',
    cents: '30000',
    receivedOn: '2026-11-22',
    reference: '0042',
  },
  ...{ payerName: 'Zoé L’Écuyer', at: new Date('2026-11-22T15:00:00Z') },
  lines: [
    { code: 'OPPI', fiscalYear: 2026, number: 12, fr: 'Cotisation', en: 'Dues', cents: '22995' },
    { code: 'OPPI', fiscalYear: 2026, number: 13, fr: 'Don', en: 'Gift', cents: '5000' },
  ],
};

type Print = (locale: Locale) => Promise<Buffer>;
const wordings = createHouseWordings();
const asInvoice = (layout: number, locale: Locale) =>
  ({ ...invoice, layout, locale }) as unknown as InvoiceDocumentFacts;
const asCreditNote = (layout: number, locale: Locale) =>
  ({ ...creditNote, layout, locale }) as unknown as CreditNoteDocumentFacts;

/** One document of each layout that somebody may have on paper. */
export const frozenDocuments: Readonly<Record<string, Print>> = {
  'invoice, layout 1': locale => printInvoice(asInvoice(1, locale), wordings.in(locale)),
  'credit note, layout 1': locale => printCreditNote(asCreditNote(1, locale), wordings.in(locale)),
  'credit note, layout 2': locale => printCreditNote(asCreditNote(2, locale), wordings.in(locale)),
  receipt: locale => printReceipt({ ...receipt, locale } as unknown as ReceiptFacts, wordings.in(locale)),
};
