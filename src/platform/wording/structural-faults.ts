import type { Locale } from '../../kernel/locale.ts';
import { readMessage, type Message } from './message.ts';
import type { Catalogue } from './wording.ts';

/** What would make a sentence fail, or fail in one language only. */
export function structuralFaults(catalogues: readonly Catalogue[]): string[] {
  const owners = new Map<string, Catalogue>();
  return catalogues.flatMap(catalogue =>
    keysOf(catalogue).flatMap(key => {
      if (owners.has(key)) return [`${key}: two catalogues hold it`];
      owners.set(key, catalogue);
      return faultsOf(key, catalogue);
    }),
  );
}

export const keysOf = ({ fr, en }: Catalogue): string[] => [
  ...new Set([...Object.keys(fr), ...Object.keys(en)]),
];

function faultsOf(key: string, { fr, en }: Catalogue): string[] {
  const french = fr[key];
  const english = en[key];
  if (french === undefined) return [`${key}: missing in French`];
  if (english === undefined) return [`${key}: missing in English`];

  const empty = [french, english].some(text => text.trim() === '');
  if (empty) return [`${key}: empty`];

  const readFrench = read(french, 'fr-CA');
  const readEnglish = read(english, 'en-CA');
  if (typeof readFrench === 'string') return [`${key}: the French is no ICU message (${readFrench})`];
  if (typeof readEnglish === 'string') return [`${key}: the English is no ICU message (${readEnglish})`];

  const used = [...new Set([...readFrench.arguments, ...readEnglish.arguments])];
  const inOne = used.filter(name => !readFrench.arguments.has(name) || !readEnglish.arguments.has(name));
  return inOne.length > 0 ? [`${key}: only one language uses ${inOne.join(', ')}`] : [];
}

function read(text: string, locale: Locale): Message | string {
  try {
    return readMessage(text, locale);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
