import type { Locale } from '../../kernel/locale.ts';
import { readMessage, type Message } from './message.ts';
import { structuralFaults } from './structural-faults.ts';
import type { Catalogue, Wording, Wordings } from './wording.ts';

export type { Catalogue } from './wording.ts';

/** Joins the catalogues of the house. Throws, naming every fault, unless both languages say the same things. */
export function createWordings(catalogues: readonly Catalogue[]): Wordings {
  const faults = structuralFaults(catalogues);
  if (faults.length > 0) throw new Error(`The wording is not complete:\n${faults.join('\n')}`);

  const french = wordingIn('fr-CA', new Map(catalogues.flatMap(({ fr }) => Object.entries(fr))));
  const english = wordingIn('en-CA', new Map(catalogues.flatMap(({ en }) => Object.entries(en))));
  return { in: locale => (locale === 'fr-CA' ? french : english) };
}

function wordingIn(locale: Locale, texts: ReadonlyMap<string, string>): Wording {
  const read = new Map<string, Message>();

  return {
    locale,
    has: key => texts.has(key),
    of(key, values) {
      const text = texts.get(key);
      if (text === undefined) throw new Error(`no sentence is called ${key}`);
      const message = read.get(key) ?? readMessage(text, locale);
      read.set(key, message);
      return message.format(values);
    },
  };
}
