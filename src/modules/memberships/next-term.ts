import { addDays, addMonths, localDate, type LocalDate } from '../../kernel/local-date.ts';
import type { TermKind } from './membership-words.ts';

/** How long a term of a class lasts. */
export interface TermRule {
  readonly kind: TermKind;
  /** Of an odd length. */
  readonly months: number | null;
  /** `10-01`: whoever joins from that day on gets the following year too; null where nobody does. */
  readonly rolloverOn: string | null;
}

/** The same for the terms that begin on `[from, to)`. */
export interface DatedTermRule extends TermRule {
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

/** What the next term depends on besides the rule of its class. */
export interface TermFacts {
  /** When the year of the association starts, `04-01`. */
  readonly yearStartsOn: string;
  /** How many days after its end a term is still renewed without interruption. */
  readonly graceDays: number;
  /** Those that are known now. */
  readonly terms: readonly { readonly from: LocalDate; readonly to: LocalDate | null }[];
}

export interface NextTerm {
  readonly kind: TermKind;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/**
 * The term that a renewal or an admission of a day brings. It begins where the last one ends, as long as that lies
 * ahead or grace lasts, so that no day is lost or had twice; after that on the day itself, and the gap stays visible.
 * Null for life: such a term is never renewed, and comes with the class instead of being paid for.
 */
export function nextTerm(rule: TermRule, facts: TermFacts, on: LocalDate): NextTerm | null {
  if (rule.kind === 'LIFETIME' || facts.terms.some(({ to }) => to === null)) return null;
  const start = startOfNext(facts, on);
  const from = start ?? on;
  return { kind: rule.kind, from, to: endOf(rule.kind, rule, facts, { from, isJoining: start === null }) };
}

/** Several at once, each a term of its own, by the rule of the day on which it begins; none where no rule speaks. */
export function nextTerms(
  rules: readonly DatedTermRule[],
  facts: TermFacts,
  on: LocalDate,
  howMany: number,
): readonly NextTerm[] {
  if (howMany === 0) return [];
  const from = startOfNext(facts, on) ?? on;
  const rule = ruleOn(rules, from);
  if (rule === null) return [];
  const next = nextTerm(rule, facts, on);
  if (next === null) return [];
  return [next, ...nextTerms(rules, { ...facts, terms: [...facts.terms, next] }, on, howMany - 1)];
}

export const ruleOn = (rules: readonly DatedTermRule[], day: LocalDate): DatedTermRule | null =>
  rules.find(({ from, to }) => from <= day && (to === null || day < to)) ?? null;

/** Where what is there already goes on; null for whoever joins, or comes back after a gap. */
export function startOfNext({ terms, graceDays }: TermFacts, on: LocalDate): LocalDate | null {
  const last = terms
    .flatMap(({ to }) => (to === null ? [] : [to]))
    .sort()
    .at(-1);
  return last !== undefined && on < addDays(last, Math.max(graceDays, 1)) ? last : null;
}

interface Beginning {
  readonly from: LocalDate;
  readonly isJoining: boolean;
}

function endOf(
  kind: Exclude<TermKind, 'LIFETIME'>,
  rule: TermRule,
  { yearStartsOn }: TermFacts,
  { from, isJoining }: Beginning,
): LocalDate {
  switch (kind) {
    case 'ROLLING':
      return addMonths(from, 12);
    case 'ODD_LENGTH':
      return addMonths(from, rule.months ?? 12);
    case 'CALENDAR_YEAR':
      return endOfYear(rule, '01-01', from, isJoining);
    case 'ASSOCIATION_YEAR':
      return endOfYear(rule, yearStartsOn, from, isJoining);
  }
}

function endOfYear(
  { rolloverOn }: TermRule,
  startsOn: string,
  from: LocalDate,
  isJoining: boolean,
): LocalDate {
  const end = firstFrom(addDays(from, 1), startsOn);
  const rollsOver = isJoining && rolloverOn !== null && from >= firstFrom(addMonths(end, -12), rolloverOn);
  return rollsOver ? addMonths(end, 12) : end;
}

/** The first such day of a calendar from a day on, that day included. */
function firstFrom(day: LocalDate, monthDay: string): LocalDate {
  const inYear = localDate(`${day.slice(0, 4)}-${monthDay}`);
  return inYear < day ? addMonths(inYear, 12) : inYear;
}
