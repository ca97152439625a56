import { addDays } from '../../../../kernel/local-date.ts';
import type { PdfRow, PdfTable } from '../../../../platform/pdf/pdf-table.ts';
import { PdfSheet } from '../../../../platform/pdf/pdf-document.ts';
import { formatPhone } from '../../../../platform/phone.ts';
import { dateInWords } from '../../../../platform/wording/date-in-words.ts';
import { formatMoney } from '../../../../platform/wording/money-in-words.ts';
import type { Wording } from '../../../../platform/wording/wording.ts';
import { inLanguage } from '../../../associations/index.ts';
import { addressLines } from '../../../organizations/index.ts';
import type { LineTaxFacts } from '../invoice-facts.ts';
import type { LetterheadFacts } from '../letterhead.ts';
import type { BillTo } from '../new-invoice.ts';
import type { PrintedLine } from './document-facts.ts';

export const money = (cents: string | bigint, { locale }: Wording): string =>
  formatMoney(BigInt(cents), locale);

/** A day in the middle of a sentence; in a table or after a colon French needs no article. */
export const day = (date: Parameters<typeof dateInWords>[0], { locale }: Wording): string =>
  dateInWords(date, locale).replace(/^le /, '');

/** Opens a sheet with a letterhead and whatever is at the foot of each page. */
export function openSheet(
  wording: Wording,
  facts: { readonly title: string; readonly letterhead: LetterheadFacts; readonly at: Date },
): PdfSheet {
  const { locale } = wording;
  return new PdfSheet({
    title: facts.title,
    author: inLanguage(locale, facts.letterhead.nameFr, facts.letterhead.nameEn),
    locale,
    at: facts.at,
    footer: (page, pages) => wording.of('invoices.document.footer', { title: facts.title, page, pages }),
  });
}

export function issuerLines(letterhead: LetterheadFacts, wording: Wording): string[] {
  const { locale } = wording;
  const phone = letterhead.supportPhone ?? letterhead.supportTollFreePhone;
  return [
    inLanguage(locale, letterhead.nameFr, letterhead.nameEn),
    letterhead.postalAddress,
    letterhead.supportEmail,
    ...(phone === null ? [] : [formatPhone(phone, null, locale)]),
    inLanguage(locale, letterhead.websiteFr, letterhead.websiteEn),
  ];
}

export const billToLines = (billTo: BillTo, wording: Wording): string[] =>
  [
    billTo.name,
    billTo.attention,
    ...addressLines({ ...billTo, country: billTo.country ?? 'CA' }, wording),
  ].filter(part => part !== null && part !== '') as string[];

/** `TPS 5 %`: the rate in the digits of the language. */
function taxName({ tax, per100000 }: LineTaxFacts, wording: Wording): string {
  const rate = new Intl.NumberFormat(wording.locale, { maximumFractionDigits: 3 }).format(per100000 / 1000);
  return wording.of('invoices.document.tax', { tax: wording.of(`Tax.${tax}`), rate });
}

/** Each line with its body and its taxes or that it has none, then each tax of each body with its number, then the total. */
export function linesTable(
  wording: Wording,
  facts: {
    readonly summary: string;
    readonly issuerId: string;
    readonly lines: readonly PrintedLine[];
    readonly net: string;
    readonly total: string;
    /** Whether a line of which this is a part names its quantity and price all the same. */
    readonly pricesParts: boolean;
  },
): PdfTable {
  const { lines, issuerId, pricesParts } = facts;
  const rows: PdfRow[] = lines.map(line => ({
    cells: [
      descriptionOf(line, issuerId, wording),
      ...(pricesParts || isWhole(line) ? [String(line.quantity), money(line.unit, wording)] : ['', '']),
      line.taxes.length === 0
        ? wording.of('invoices.document.notTaxed')
        : line.taxes.map(({ tax }) => wording.of(`Tax.${tax}`)).join(', '),
      money(line.net, wording),
    ],
  }));
  const sums: PdfRow[] = [
    [wording.of('invoices.document.net'), money(facts.net, wording)],
    ...taxSums(lines, issuerId, wording),
  ].map(([label, amount]) => ({ cells: [label ?? '', '', '', '', amount ?? ''] }));
  const total = { cells: [wording.of('invoices.document.total'), '', '', '', money(facts.total, wording)] };
  return {
    summary: facts.summary,
    columns: [
      { title: wording.of('invoices.document.description'), share: 0.46, align: 'left' },
      { title: wording.of('invoices.document.quantity'), share: 0.1, align: 'right' },
      { title: wording.of('invoices.document.unit'), share: 0.14, align: 'right' },
      { title: wording.of('invoices.document.taxes'), share: 0.15, align: 'left' },
      { title: wording.of('invoices.document.amount'), share: 0.15, align: 'right' },
    ],
    rows: [...rows, ...sums, { ...total, isTotal: true }],
  };
}

const isWhole = ({ quantity, unit, net }: PrintedLine): boolean =>
  BigInt(unit) * BigInt(quantity) === BigInt(net);

function descriptionOf(line: PrintedLine, issuerId: string, wording: Wording): string {
  const parts = [inLanguage(wording.locale, line.fr, line.en)];
  if (line.from !== null && line.to !== null) {
    const [from, to] = [day(line.from, wording), day(addDays(line.to, -1), wording)];
    parts.push(wording.of('invoices.document.period', { from, to }));
  }
  if (line.supplierId !== issuerId) {
    const supplier = inLanguage(wording.locale, line.supplier.nameFr, line.supplier.nameEn);
    parts.push(wording.of('invoices.document.onBehalf', { supplier }));
  }
  return parts.join('\n');
}

function taxSums(lines: readonly PrintedLine[], issuerId: string, wording: Wording): [string, string][] {
  const sums = new Map<string, bigint>();
  for (const line of lines) {
    const { nameFr, nameEn } = line.supplier;
    const supplier = line.supplierId === issuerId ? null : inLanguage(wording.locale, nameFr, nameEn);
    for (const tax of line.taxes) {
      const label = [taxName(tax, wording), tax.registrationNumber, supplier]
        .filter(part => part !== null)
        .join(' – ');
      sums.set(label, (sums.get(label) ?? 0n) + BigInt(tax.cents));
    }
  }
  return [...sums].map(([label, cents]) => [label, money(cents, wording)]);
}
