import type { Locale } from '../../kernel/locale.ts';

/** Sentences in one language. `values` fill the ICU message; a missing key is a fault of ours and throws. */
export interface Wording {
  readonly locale: Locale;
  of(key: string, values?: Record<string, unknown>): string;
  has(key: string): boolean;
}

/** Every sentence of the house, in both languages. */
export interface Wordings {
  in(locale: Locale): Wording;
}

/** The sentences of one module in both languages: ICU messages, plain text without HTML, under the same keys. */
export interface Catalogue {
  readonly fr: Readonly<Record<string, string>>;
  readonly en: Readonly<Record<string, string>>;
}
