import { addDays, type LocalDate } from '../../../kernel/local-date.ts';
import type { Money } from '../../../kernel/money.ts';
import type { LineExplanation } from '../invoices/new-invoice.ts';
import { rateAsText } from '../taxes/index.ts';
import { yearsBetween } from './choose-rule.ts';
import { lastDayWithout } from './late.ts';
import type { PriceRule } from './price-rules.ts';
import { isWhole, lengthShare, shareFrom, type TermDays } from './prorate.ts';
import type { AskedMembership, PlaceOfSupply } from './quote-facts.ts';

interface Priced {
  readonly rule: PriceRule;
  readonly asked: AskedMembership;
  readonly on: LocalDate;
}

/** Why a line costs what it costs, before its taxes: the price, whom it is for, and which share of it is charged. */
export const explainPrice = (priced: Priced): LineExplanation[] => [
  explainAmount(priced),
  ...explainConditions(priced),
  ...explainShares(priced),
];

function explainAmount({ rule: { price, period, lateAfter }, asked }: Priced): LineExplanation {
  const since = period.from;
  if ('amount' in price && (lateAfter === null || asked.dueOn === null))
    return { rule: 'PRICE', inputs: { amount: amountAsText(price.amount), since } };
  const lastDay = asked.dueOn === null ? since : lastDayWithout(lateAfter, asked.dueOn);
  return 'amount' in price
    ? { rule: 'PRICE_LATE', inputs: { amount: amountAsText(price.amount), lastDay } }
    : {
        rule: 'PRICE_SHARE_OF_OWING',
        inputs: {
          rate: rateAsText(price.per100000OfOwing),
          owing: amountAsText(asked.owing),
          lastDay,
        },
      };
}

const explainConditions = ({ rule, asked, on }: Priced): LineExplanation[] => [
  ...(rule.classId === null ? [] : [{ rule: 'PRICE_BY_CLASS', inputs: {} }]),
  ...(rule.province === null ? [] : [{ rule: 'PRICE_BY_PROVINCE', inputs: { province: rule.province } }]),
  ...(rule.age === null || asked.bornOn === null
    ? []
    : [{ rule: 'PRICE_BY_AGE', inputs: { years: String(yearsBetween(asked.bornOn, on)), on } }]),
  ...(rule.seniority === null || asked.memberSince === null
    ? []
    : [{ rule: 'PRICE_BY_SENIORITY', inputs: { years: String(yearsBetween(asked.memberSince, on)), on } }]),
];

function explainShares({ rule, asked: { term, entry } }: Priced): LineExplanation[] {
  if (term === null || !('amount' in rule.price)) return [];
  const length = lengthShare(rule.forMonths, term);
  const from = entry ?? term.from;
  return [
    ...(isWhole(length)
      ? []
      : [{ rule: 'PRICE_FOR_LENGTH', inputs: { ...daysOf(term), share: shareAsText(length) } }]),
    ...explainProration(rule, term, from),
  ];
}

function explainProration(rule: PriceRule, term: TermDays, from: LocalDate): LineExplanation[] {
  const share = shareFrom(rule, term, from);
  if (isWhole(share)) return [];
  const inputs = { ...daysOf({ from, to: term.to }), share: shareAsText(share) };
  return [{ rule: rule.proration === 'BY_DAY' ? 'PRORATED_BY_DAY' : 'PRORATED_BY_MONTH', inputs }];
}

export const explainPlace = ({ province, by }: PlaceOfSupply): LineExplanation =>
  province === null
    ? { rule: 'PLACE_OUTSIDE_CANADA', inputs: {} }
    : { rule: by === 'ADDRESS' ? 'PLACE_BY_ADDRESS' : 'PLACE_BY_ASSOCIATION', inputs: { province } };

const daysOf = ({ from, to }: TermDays): { readonly from: string; readonly lastDay: string } => ({
  from,
  lastDay: addDays(to, -1),
});

/** A share of ten thousand is a percentage, any other one is said as it is: `14/12`. */
const shareAsText = ({
  numerator,
  denominator,
}: {
  readonly numerator: bigint;
  readonly denominator: bigint;
}): string =>
  denominator === 10_000n
    ? `${rateAsText(Number(numerator) * 10)} %`
    : `${String(numerator)}/${String(denominator)}`;

/** `312.81 CAD`: whole cents, never a float. */
export function amountAsText({ cents, currency }: Money): string {
  const digits = (cents < 0n ? -cents : cents).toString().padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)} ${currency}`;
}
