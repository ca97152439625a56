import { IntlMessageFormat } from 'intl-messageformat';
import type { Locale } from '../../kernel/locale.ts';

/** Kinds of parts that the parser of ICU messages tells apart by number. */
const LITERAL = 0;
const DATE = 3;
const TIME = 4;
const POUND = 7;

interface Part {
  readonly type: number;
  readonly value: string;
  readonly options?: Readonly<Record<string, { readonly value: readonly Part[] }>>;
}

/** One sentence of one language, read but not yet filled in. */
export interface Message {
  /** Names of what must be given. */
  readonly arguments: ReadonlySet<string>;
  /** Arguments that the machine's own zone and habits would format: the house words its dates itself. */
  readonly dates: ReadonlySet<string>;
  /** What people read: one text per branch, with a mark where something is filled in. */
  readonly texts: readonly string[];
  /** Fills the message in. */
  format(values?: Readonly<Record<string, unknown>>): string;
}

export const FILLED_IN = '\uFFFC';

/** Throws a SyntaxError when the text is no ICU message. */
export function readMessage(text: string, locale: Locale): Message {
  const format = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true });
  const parts = format.getAst() as readonly Part[];
  const found = { arguments: new Set<string>(), dates: new Set<string>(), texts: [] as string[] };
  walk(parts, found);

  const fixed = parts.every(part => part.type === LITERAL)
    ? parts.map(part => part.value).join('')
    : undefined;
  return {
    ...found,
    format(values = {}) {
      const filled = fixed ?? format.format(values as Record<string, string | number>);
      if (typeof filled !== 'string') throw new TypeError(`only text and numbers can be filled in: ${text}`);
      return filled;
    },
  };
}

interface Found {
  readonly arguments: Set<string>;
  readonly dates: Set<string>;
  readonly texts: string[];
}

function walk(parts: readonly Part[], found: Found): void {
  let text = '';
  for (const part of parts) {
    if (part.type === LITERAL) {
      text += part.value;
      continue;
    }
    text += FILLED_IN;
    if (part.type !== POUND) found.arguments.add(part.value);
    if (part.type === DATE || part.type === TIME) found.dates.add(part.value);
    for (const option of Object.values(part.options ?? {})) walk(option.value, found);
  }
  found.texts.push(text);
}
