import type { Province } from './province.ts';

/** Letters that optical readers confuse (D F I O Q U) are in no code, and W and Z start none. */
const POSTAL_CODE = /^([ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z])[\s-]?(\d[ABCEGHJ-NPRSTV-Z]\d)$/;

const PROVINCE_OF_LETTER: Record<string, Province> = {
  A: 'NL',
  B: 'NS',
  C: 'PE',
  E: 'NB',
  G: 'QC',
  H: 'QC',
  J: 'QC',
  K: 'ON',
  L: 'ON',
  M: 'ON',
  N: 'ON',
  P: 'ON',
  R: 'MB',
  S: 'SK',
  T: 'AB',
  V: 'BC',
  Y: 'YT',
};

/** X is shared by two territories, told apart by the whole first half. */
const TERRITORY_OF_AREA: Record<string, Province> = {
  X0A: 'NU',
  X0B: 'NU',
  X0C: 'NU',
  X0E: 'NT',
  X0G: 'NT',
  X1A: 'NT',
};

/** Reads a Canadian postal code in any case, with or without its space, as `A1A 1A1`; anything else is `null`. */
export function readPostalCode(text: string): string | null {
  const [, area, unit] = POSTAL_CODE.exec(text.trim().toUpperCase()) ?? [];
  return area === undefined || unit === undefined ? null : `${area} ${unit}`;
}

/**
 * The province that a code points to, when one does. A hint for a warning, never for a refusal:
 * some border places are served from the other side.
 */
export function provinceHint(code: string): Province | null {
  const read = readPostalCode(code);
  if (read === null) return null;
  return PROVINCE_OF_LETTER[read.charAt(0)] ?? TERRITORY_OF_AREA[read.slice(0, 3)] ?? null;
}
