import type { MembershipClassId } from '../../../kernel/id.ts';
import { compareLocalDates, type LocalDate } from '../../../kernel/local-date.ts';
import type { Province } from '../../../kernel/province.ts';
import type { PriceRule, Years } from './price-rules.ts';

/** What a rule may ask of whoever pays. */
export interface PricedMember {
  readonly classId: MembershipClassId | null;
  readonly province: Province | null;
  readonly bornOn: LocalDate | null;
  readonly memberSince: LocalDate | null;
}

/**
 * The rule that holds for somebody on a day. Of several the most specific one wins: one that asks for the class before
 * one that does not, then the province, then the age, then the seniority; between two bands of years the one that
 * begins later, then the one that ends sooner; between equals the newer one.
 */
export const chooseRule = (
  rules: readonly PriceRule[],
  member: PricedMember,
  on: LocalDate,
): PriceRule | undefined => rules.filter(rule => fits(rule, member, on)).sort(bySpecificity)[0];

const fits = (rule: PriceRule, member: PricedMember, on: LocalDate): boolean =>
  rule.period.contains(on) &&
  (rule.classId === null || rule.classId === member.classId) &&
  (rule.province === null || rule.province === member.province) &&
  isWithin(rule.age, member.bornOn, on) &&
  isWithin(rule.seniority, member.memberSince, on);

/** Whoever does not say when they were born is of no age: a rule that asks for one does not hold for them. */
function isWithin(years: Years | null, since: LocalDate | null, on: LocalDate): boolean {
  if (years === null) return true;
  if (since === null) return false;
  const passed = yearsBetween(since, on);
  return (years.min === null || passed >= years.min) && (years.max === null || passed <= years.max);
}

/** Whole years: whoever was born on 29 February is a year older on 1 March of other years. */
export const yearsBetween = (since: LocalDate, on: LocalDate): number =>
  Number(on.slice(0, 4)) - Number(since.slice(0, 4)) - (on.slice(5) < since.slice(5) ? 1 : 0);

const bySpecificity = (a: PriceRule, b: PriceRule): number =>
  asked(b.classId) - asked(a.classId) ||
  asked(b.province) - asked(a.province) ||
  asked(b.age) - asked(a.age) ||
  asked(b.seniority) - asked(a.seniority) ||
  byBand(a.age, b.age) ||
  byBand(a.seniority, b.seniority) ||
  compareLocalDates(b.period.from, a.period.from) ||
  (a.id < b.id ? -1 : 1);

const asked = (condition: unknown): number => (condition === null ? 0 : 1);

const byBand = (a: Years | null, b: Years | null): number =>
  (b?.min ?? 0) - (a?.min ?? 0) || compare(a?.max ?? Infinity, b?.max ?? Infinity);

const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);
