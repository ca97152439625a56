import { FILLED_IN, readMessage, type Message } from './message.ts';
import { keysOf, structuralFaults } from './structural-faults.ts';
import type { Catalogue } from './wording.ts';

export interface Allowed {
  /** Keys whose text is rightly the same in both languages, such as « Code » or a name. */
  readonly sameInBoth?: readonly string[];
}

/** Everything that a reader would stumble over, one line each; what stops the start comes first and alone. */
export function describeCatalogueFaults(catalogues: readonly Catalogue[], allowed: Allowed = {}): string[] {
  const structural = structuralFaults(catalogues);
  if (structural.length > 0) return structural;

  const same = new Set(allowed.sameInBoth);
  return catalogues.flatMap(catalogue =>
    keysOf(catalogue).flatMap(key => {
      const french = catalogue.fr[key] ?? '';
      const english = catalogue.en[key] ?? '';
      return [
        ...sameText(french, english, same.has(key)),
        ...manners(readMessage(french, 'fr-CA'), [...EVERYWHERE, ...IN_FRENCH], 'French'),
        ...manners(readMessage(english, 'en-CA'), EVERYWHERE, 'English'),
      ].map(fault => `${key}: ${fault}`);
    }),
  );
}

type Manner = readonly [pattern: RegExp, fault: string];

const EVERYWHERE: readonly Manner[] = [
  [/'/, 'write ’ instead of the straight apostrophe'],
  [/"/, 'write « » or “ ” instead of straight quotation marks'],
  [/<\/?[a-z]/i, 'holds HTML: sentences are plain text'],
];

/** OQLF: the space of : » « $ % does not break; ; ! ? have none or a thin one. */
const IN_FRENCH: readonly Manner[] = [
  [/ (?=[:;!?»$%])/, 'an ordinary space before : ; ! ? » $ %: write a no-break one'],
  [/[^\s]:(?=\s|$)/, 'no space before the colon: write a no-break one'],
  [/«(?![\u00A0\u202F])/, '« wants a no-break space after it'],
  [/(?<![\u00A0\u202F])»/, '» wants a no-break space before it'],
];

function manners({ texts, dates }: Message, wanted: readonly Manner[], language: string): string[] {
  const faults = wanted
    .filter(([pattern]) => texts.some(text => pattern.test(text)))
    .map(([, fault]) => fault);
  if (dates.size > 0) faults.push(`dates are worded before they are filled in (${[...dates].join(', ')})`);
  return faults.map(fault => `${language}: ${fault}`);
}

function sameText(french: string, english: string, allowed: boolean): string[] {
  const hasWords = readMessage(french, 'fr-CA').texts.some(text =>
    /\p{L}/u.test(text.replaceAll(FILLED_IN, '')),
  );
  if (allowed) return french === english ? [] : ['is allowed to be the same in both languages, but is not'];
  return french === english && hasWords ? ['the same text in both languages'] : [];
}
