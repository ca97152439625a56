/** The two languages of the house, with equal rights. */
export const LOCALES = ['fr-CA', 'en-CA'] as const;

export type Locale = (typeof LOCALES)[number];

/** A locale as the API's enum spells it. */
export type ApiLocale = 'FR_CA' | 'EN_CA';

const TO_API: Record<Locale, ApiLocale> = { 'fr-CA': 'FR_CA', 'en-CA': 'EN_CA' };
const FROM_API: Record<ApiLocale, Locale> = { FR_CA: 'fr-CA', EN_CA: 'en-CA' };

export const toApiLocale = (locale: Locale): ApiLocale => TO_API[locale];
export const fromApiLocale = (locale: ApiLocale): Locale => FROM_API[locale];

const RANGE = /^\s*(\*|[a-z]{1,8}(?:-[a-z0-9]{1,8})*)\s*(?:;\s*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*)?$/i;

/**
 * The language that an `Accept-Language` header asks for. Any French is ours, any English is ours;
 * between equal wishes the first one named wins, and where only `*` decides, the fallback.
 */
export function chooseLocale(acceptLanguage: string | undefined, fallback: Locale): Locale {
  const weights = new Map<string, number>();
  for (const part of (acceptLanguage ?? '').split(',')) {
    const [, range, q = '1'] = RANGE.exec(part) ?? [];
    const language = range?.toLowerCase().split('-')[0];
    if (language !== undefined) weights.set(language, Math.max(weights.get(language) ?? 0, Number(q)));
  }

  const weightOf = (locale: Locale): number => weights.get(languageOf(locale)) ?? weights.get('*') ?? 0;
  const candidates = [...[...weights.keys()].flatMap(speakers), fallback, ...LOCALES];
  return candidates.reduce(
    (best, candidate) => (weightOf(candidate) > weightOf(best) ? candidate : best),
    candidates.find(candidate => weightOf(candidate) > 0) ?? fallback,
  );
}

const languageOf = (locale: Locale): string => locale.slice(0, 2);
const speakers = (language: string): Locale[] => LOCALES.filter(locale => languageOf(locale) === language);
