import type { Locale } from '../kernel/locale.ts';
import { createWordings } from '../platform/wording/catalogue.ts';
import { startWordingEn } from './start.wording.en.ts';
import { startWordingFr } from './start.wording.fr.ts';

export type StartSentence = keyof typeof startWordingEn;

export const startCatalogue = { fr: startWordingFr, en: startWordingEn };
const wordings = createWordings([startCatalogue]);

/** What the person who started the program reads, in the language of the machine. */
export interface Terminal {
  say(sentence: StartSentence, values?: Record<string, unknown>): void;
  /** A line that needs no wording: an address, a table. */
  line(text: string): void;
  word(sentence: StartSentence, values?: Record<string, unknown>): string;
}

export const terminalIn = (locale: Locale): Terminal => createTerminal(locale, process.stdout);
export const complaintsIn = (locale: Locale): Terminal => createTerminal(locale, process.stderr);

function createTerminal(locale: Locale, stream: NodeJS.WriteStream): Terminal {
  const wording = wordings.in(locale);
  // Whoever closes the window, or the pipe behind us, must not stop us from closing everything.
  stream.on('error', () => undefined);
  const line = (text: string): void => void stream.write(`${text}\n`);
  return {
    say: (sentence, values) => line(wording.of(sentence, values)),
    line,
    word: (sentence, values) => wording.of(sentence, values),
  };
}
