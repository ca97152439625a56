import { isLocalDate } from '../../kernel/local-date.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { Context } from '../../platform/context.ts';
import { Explanation, ExplanationInput } from '../../platform/graphql/explanation.ts';
import { dateInWords } from '../../platform/wording/date-in-words.ts';
import { formatMoney } from '../../platform/wording/money-in-words.ts';
import type { Wording } from '../../platform/wording/wording.ts';
import type { LineExplanation } from './invoices/new-invoice.ts';

const AMOUNT = /^(-?\d+)\.(\d\d) CAD$/;
const TAX = 'tax';

/** A rule that made a line cost what it costs, in the language of the reader. */
export function wordExplanation(
  { rule, inputs }: LineExplanation,
  { wording }: Pick<Context, 'wording'>,
): Explanation {
  const named = Object.entries(inputs);
  const values = Object.fromEntries(named.map(([name, value]) => [name, inWords(name, value, wording)]));
  return new Explanation(
    rule,
    wording.of(`billing.rule.${rule}`, values),
    named.map(([name, value]) => new ExplanationInput(name, value)),
  );
}

function inWords(name: string, value: string, wording: Wording): string {
  if (isLocalDate(value)) return dateInWords(value, wording.locale);
  if (name === TAX) return wording.of(`Tax.${value}`);
  if (name === 'basis') return wording.of(`TaxStatusBasis.${value}`);
  if (name === 'province') return wording.of(`organizations.province.${value}`);
  if (name === 'rate' || value.endsWith(' %'))
    return percentInWords(Number.parseFloat(value), wording.locale);
  const [, dollars, cents] = AMOUNT.exec(value) ?? [];
  return dollars === undefined || cents === undefined
    ? value
    : formatMoney(BigInt(`${dollars}${cents}`), wording.locale);
}

/** `9,975 %` in French, `9.975%` in English. */
const percentInWords = (percent: number, locale: Locale): string =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 3 }).format(percent / 100);
