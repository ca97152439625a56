/**
 * French unless the browser would rather have English.
 *
 * @param {string} header
 * @returns {'fr' | 'en'}
 */
export function languageOf(header = '') {
  const [first] = header
    .split(',')
    .map(part =>
      part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*q=/),
    )
    .map(([tag = '', weight = '1']) => ({ language: tag.slice(0, 2), weight: Number(weight) }))
    .filter(({ language, weight }) => weight > 0 && (language === 'fr' || language === 'en'))
    .sort((a, b) => b.weight - a.weight);
  return first?.language === 'en' ? 'en' : 'fr';
}
