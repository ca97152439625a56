/**
 * Cents of an amount in dollars as people write it, `1 234,56` or `1,234.56`; null for what is none.
 *
 * @param {string | null} text
 */
export function centsIn(text) {
  const bare = (text ?? '').replace(/[\s$]/g, '');
  const plain = /^\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?$/.test(bare) ? bare.replaceAll(',', '') : bare;
  const [, dollars, cents = ''] = /^(\d{1,12})(?:[.,](\d{1,2}))?$/.exec(plain) ?? [];
  return dollars === undefined ? null : Number(dollars) * 100 + Number(cents.padEnd(2, '0'));
}

/** An amount as a form shows it to be changed. @param {number} cents @param {string} locale */
export const dollarsOf = (cents, locale) =>
  (cents / 100).toLocaleString(locale, { useGrouping: false, minimumFractionDigits: 2 });
