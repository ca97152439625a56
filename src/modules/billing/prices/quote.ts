import type { LocalDate } from '../../../kernel/local-date.ts';
import { Money } from '../../../kernel/money.ts';
import { Period } from '../../../kernel/period.ts';
import type { Tax } from '../billing-words.ts';
import type { LineExplanation, NewLine } from '../invoices/new-invoice.ts';
import { taxesOf } from '../taxes/index.ts';
import { chooseRule } from './choose-rule.ts';
import { explainPlace, explainPrice } from './explain-price.ts';
import { isLate } from './late.ts';
import type { FeeItem, PriceRule, PriceRules } from './price-rules.ts';
import { lengthShare, shareFrom, times } from './prorate.ts';
import type { AskedMembership, PlaceOfSupply, QuoteFacts } from './quote-facts.ts';

export interface Quote {
  readonly on: LocalDate;
  readonly place: PlaceOfSupply;
  readonly lines: readonly NewLine[];
  readonly net: Money;
  /** Of all lines together, for whoever reads; each line has its own. */
  readonly taxes: readonly { readonly tax: Tax; readonly amount: Money }[];
  readonly total: Money;
}

/**
 * What something costs and why, from what is known and the rules: the same answer whenever it is asked again for the
 * same day. An item of which no rule says a price for this member is not charged.
 */
export function quote(facts: QuoteFacts, rules: PriceRules, on: LocalDate): Quote {
  const lines = facts.asked.flatMap(asked =>
    rules.items.flatMap(item => linesOf({ item, asked, place: facts.place, on }, rules)),
  );
  return { on, place: facts.place, lines, ...sumOf(lines) };
}

/** What lines come to: a line's taxes are rounded on the line, and only added up here. */
export function sumOf(lines: readonly Pick<NewLine, 'quantity' | 'unit' | 'taxes'>[]): {
  readonly net: Money;
  readonly taxes: Quote['taxes'];
  readonly total: Money;
} {
  const net = sum(lines.map(({ unit, quantity }) => unit.times(quantity)));
  const charged = lines.flatMap(({ taxes }) => taxes);
  const taxes = TAX_ORDER.flatMap(tax => {
    const ofTax = charged.filter(one => one.tax === tax);
    return ofTax.length === 0 ? [] : [{ tax, amount: sum(ofTax.map(({ amount }) => amount)) }];
  });
  return { net, taxes, total: sum([net, ...taxes.map(({ amount }) => amount)]) };
}

const TAX_ORDER: readonly Tax[] = ['GST', 'HST', 'QST', 'PREMIUM_TAX'];

/** An item, and who is charged for it. */
export interface Asking {
  readonly item: FeeItem;
  readonly asked: AskedMembership;
  readonly place: PlaceOfSupply;
  readonly on: LocalDate;
}

/** What is charged, before its taxes. */
interface Charge {
  readonly unit: Money;
  readonly quantity: number;
  readonly explanation: readonly LineExplanation[];
}

function linesOf(asking: Asking, rules: PriceRules): NewLine[] {
  const { item, asked, place, on } = asking;
  const quantity = quantityOf(item, asked);
  if (quantity === 0) return [];

  const priceDay = dayFor(item.priceDay, asked, on);
  const ofItem = rules.prices.filter(({ feeItemId }) => feeItemId === item.id);
  const rule = chooseRule(
    ofItem.filter(isFor(item, asked)),
    { ...asked, province: place.province },
    priceDay,
  );
  if (rule === undefined || (item.charged === 'WHEN_LATE' && !isLate(rule.lateAfter, asked.dueOn, on)))
    return [];

  const unit = priceOf(rule, asked);
  if (unit.isZero() && item.effect === 'NONE') return [];
  return [
    lineOf(asking, { unit, quantity, explanation: explainPrice({ rule, asked, on: priceDay }) }, rules),
  ];
}

/** The line of a charge with its taxes. */
export function lineOf({ item, asked, place, on }: Asking, charge: Charge, rules: PriceRules): NewLine {
  const { unit, quantity } = charge;
  const taxed = taxesOf(
    {
      supplierId: item.supplierId,
      kind: item.kind,
      treatment: item.treatment,
      classId: asked.classId,
      net: unit.times(quantity),
      province: place.province,
      on: dayFor(item.taxDay, asked, on),
    },
    rules,
  );
  return {
    supplierId: item.supplierId,
    feeItemId: item.id,
    kind: item.kind,
    descriptions: item.names,
    quantity,
    unit,
    taxes: taxed.taxes,
    membershipId: asked.membershipId,
    period: periodOf(item, asked),
    effect: item.effect,
    settlement: item.settlement,
    explanation: [
      ...charge.explanation,
      ...(item.treatment === 'NONE' ? [] : [explainPlace(place)]),
      ...taxed.explanation,
    ],
  };
}

function quantityOf(item: FeeItem, { occasions, demanded, charged }: AskedMembership): number {
  if (item.charged === 'ON_DEMAND')
    return demanded.find(({ feeItemId }) => feeItemId === item.id)?.quantity ?? 0;
  return occasions.includes(item.charged) && !charged.includes(item.id) ? 1 : 0;
}

/** A body charges its own members, and those of another body where a rule names their class. */
const isFor =
  (item: FeeItem, { associationId, classId }: AskedMembership) =>
  (rule: PriceRule): boolean =>
    item.supplierId === associationId || (rule.classId !== null && rule.classId === classId);

const dayFor = (day: FeeItem['priceDay'], { term }: AskedMembership, on: LocalDate): LocalDate =>
  day === 'TERM_START' && term !== null ? term.from : on;

function priceOf({ price, proration, monthTable, forMonths }: PriceRule, asked: AskedMembership): Money {
  if ('per100000OfOwing' in price) return asked.owing.percent(price.per100000OfOwing, 100_000);
  const { term, entry } = asked;
  if (term === null) return price.amount;
  const share = times(
    lengthShare(forMonths, term),
    shareFrom({ proration, monthTable }, term, entry ?? term.from),
  );
  return price.amount.percent(share.numerator, share.denominator);
}

function periodOf({ charged }: FeeItem, { term, entry }: AskedMembership): Period | null {
  if (term === null || charged === 'ON_DEMAND') return null;
  return Period.of(charged === 'WITH_TERM' ? (entry ?? term.from) : term.from, term.to);
}

const sum = (amounts: readonly Money[]): Money =>
  amounts.reduce((total, amount) => total.plus(amount), Money.cad(0));
