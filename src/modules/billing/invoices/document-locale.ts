import type { Locale } from '../../../kernel/locale.ts';
import { LanguagePolicy, officeLanguage } from '../../associations/index.ts';

/**
 * The language of a document. An association whose policy is French alone writes French; elsewhere the language that
 * the person expressly chose counts, and without a choice that of the association's office, which is French first.
 */
export const documentLocale = (policy: LanguagePolicy, chosen: Locale | null): Locale =>
  policy === LanguagePolicy.FR_ONLY ? 'fr-CA' : (chosen ?? officeLanguage(policy));
