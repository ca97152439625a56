import { isLocalDate, type LocalDate } from '../../kernel/local-date.ts';
import type { Locale } from '../../kernel/locale.ts';
import { Explanation, ExplanationInput } from '../../platform/graphql/explanation.ts';
import type { Wording } from '../../platform/wording/wording.ts';
import type { StatusReason } from './membership-status.ts';

/** The rules that decided a status, in words. */
export const explainStatus = (reasons: readonly StatusReason[], wording: Wording): Explanation[] =>
  reasons.map(({ rule, ...facts }) => {
    const inputs = Object.entries(facts as Record<string, string>);
    const values = Object.fromEntries(inputs.map(([name, value]) => [name, inWords(name, value, wording)]));
    return new Explanation(
      rule,
      wording.of(`memberships.rule.${rule}`, values),
      inputs.map(([name, value]) => new ExplanationInput(name, value)),
    );
  });

function inWords(name: string, value: string, wording: Wording): string {
  if (isLocalDate(value)) return dayInWords(value, wording.locale);
  return wording.of(name === 'kind' ? `memberships.hold.${value}` : `memberships.ending.${value}`);
}

/** « 1er janvier 2027 », `January 1, 2027`: the OQLF keeps the ordinal that the platform drops. */
const dayInWords = (day: LocalDate, locale: Locale): string =>
  FORMATS[locale].format(new Date(`${day}T00:00:00Z`)).replace(/^1(?= \p{L})/u, '1er');

const formatIn = (locale: Locale): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });

/** Making one takes longer than all the rest of a status. */
const FORMATS: Record<Locale, Intl.DateTimeFormat> = {
  'fr-CA': formatIn('fr-CA'),
  'en-CA': formatIn('en-CA'),
};
