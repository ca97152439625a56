import type { Locale } from '../../kernel/locale.ts';
import { LanguagePolicy } from './association.enums.ts';

/** The language in which the association's own office reads. */
export const officeLanguage = (policy: LanguagePolicy): Locale =>
  policy === LanguagePolicy.BILINGUAL_CHOICE ? 'en-CA' : 'fr-CA';
