import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { Locale } from '../kernel/locale.ts';

/** A telephone number as it is kept; how it looks depends on the reader's language. */
export interface Phone {
  readonly e164: string;
  readonly extension: string | null;
}

const EXTENSION = /^\d{1,7}$/;
const NUMBER_AND_EXTENSION = /^(.*?)[\s,;]*(?:poste|extension|ext\.?|x|#)\s*(\d{1,7})$/i;
/** North America: area code, exchange, line. */
const NORTH_AMERICAN = /^\+1(\d{3})(\d{3})(\d{4})$/;
const TOLL_FREE = /^8(?:00|33|44|55|66|77|88)$/;

/**
 * Reads a number as people write it (Canada unless it starts with `+`), with its extension beside or behind it.
 * Null when it is no number, or when the two extensions disagree.
 */
export function readPhone(text: string, extension?: string | null): Phone | null {
  const typed = text.trim();
  const [, number = typed, behind = ''] = NUMBER_AND_EXTENSION.exec(typed) ?? [];
  const beside = extension?.trim() ?? '';
  if (behind !== '' && beside !== '' && behind !== beside) return null;

  const dialled = beside || behind;
  if (dialled !== '' && !EXTENSION.test(dialled)) return null;

  const read = parsePhoneNumberFromString(number, { defaultCountry: 'CA', extract: false });
  if (!read?.isValid()) return null;
  return { e164: read.number, extension: dialled === '' ? null : dialled };
}

/** `514 622-6483, poste 150` after the OQLF, `514-622-6483, ext. 150` after the Translation Bureau. */
export function formatPhone(e164: string, extension: string | null, locale: Locale): string {
  const number = numberIn(e164, locale);
  if (extension === null) return number;
  return locale === 'fr-CA' ? `${number}, poste ${extension}` : `${number}, ext. ${extension}`;
}

function numberIn(e164: string, locale: Locale): string {
  const [, area, exchange, line] = NORTH_AMERICAN.exec(e164) ?? [];
  if (area === undefined || exchange === undefined || line === undefined) {
    return parsePhoneNumberFromString(e164)?.formatInternational() ?? e164;
  }
  const groups = TOLL_FREE.test(area) ? ['1', area] : [area];
  return locale === 'fr-CA'
    ? `${[...groups, exchange].join(' ')}-${line}`
    : [...groups, exchange, line].join('-');
}
