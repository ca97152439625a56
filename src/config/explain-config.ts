import { LOCALES, type Locale } from '../kernel/locale.ts';
import { configWordings } from './machine-locale.ts';
import { DEFAULTS, EXAMPLES, REQUIRED_IN_LIVE, VARIABLES, type VariableName } from './variables.ts';

export interface ExplainedVariable {
  readonly name: VariableName;
  readonly meaning: Readonly<Record<Locale, string>>;
  /** What holds when it is left out. */
  readonly default: Readonly<Record<Locale, string>>;
  readonly example: string;
  readonly requiredInLive: boolean;
}

/** Every variable that the product reads, for the README. */
export const explainConfig = (): readonly ExplainedVariable[] =>
  VARIABLES.map(name => ({
    name,
    meaning: inBoth(locale => configWordings.in(locale).of(`config.meaning.${name}`)),
    default: inBoth(locale => defaultOf(name, locale)),
    example: EXAMPLES[name],
    requiredInLive: REQUIRED_IN_LIVE.includes(name),
  }));

function defaultOf(name: VariableName, locale: Locale): string {
  const wording = configWordings.in(locale);
  if (wording.has(`config.default.${name}`)) return wording.of(`config.default.${name}`);
  const fixed: string = name in DEFAULTS ? DEFAULTS[name as keyof typeof DEFAULTS] : '';
  return fixed === '' ? wording.of('config.none') : fixed;
}

const inBoth = (inOne: (locale: Locale) => string): Record<Locale, string> =>
  Object.fromEntries(LOCALES.map(locale => [locale, inOne(locale)])) as Record<Locale, string>;
