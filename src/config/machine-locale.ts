import type { Locale } from '../kernel/locale.ts';
import { createWordings } from '../platform/wording/catalogue.ts';
import { configWordingEn } from './config.wording.en.ts';
import { configWordingFr } from './config.wording.fr.ts';

export const configWordings = createWordings([{ fr: configWordingFr, en: configWordingEn }]);

/** The language in which the operator's terminal speaks, in the order in which POSIX looks. */
export function machineLocale(environment: Readonly<Record<string, string | undefined>>): Locale {
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  const language = [LC_ALL, LC_MESSAGES, LANG].find(Boolean) ?? '';
  return /^fr([_.@-]|$)/i.test(language) ? 'fr-CA' : 'en-CA';
}
