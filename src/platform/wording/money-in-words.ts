import type { Locale } from '../../kernel/locale.ts';

const styles = new Map<Locale, Intl.NumberFormat>();

/** `1 234,56 $` in French, with spaces that do not break; `$1,234.56` in English. */
export function formatMoney(cents: bigint, locale: Locale): string {
  let style = styles.get(locale);
  if (style === undefined) {
    style = new Intl.NumberFormat(locale, { style: 'currency', currency: 'CAD' });
    styles.set(locale, style);
  }
  // As text: beyond 2^53 a number would lose cents.
  const magnitude = (cents < 0n ? -cents : cents).toString().padStart(3, '0');
  const decimal = `${cents < 0n ? '-' : ''}${magnitude.slice(0, -2)}.${magnitude.slice(-2)}`;
  return style.format(decimal as `${number}`);
}
