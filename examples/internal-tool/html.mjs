/** Text that is markup already. Everything else is escaped where it is put in. */
class Html {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
  }
}

/** @typedef {Html} Markup */

const ESCAPED = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** @param {string} text */
const escape = text =>
  text.replace(/[&<>"']/g, character => ESCAPED[/** @type {keyof typeof ESCAPED} */ (character)]);

/**
 * @param {unknown} value
 * @returns {string}
 */
function written(value) {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Html) return value.text;
  return Array.isArray(value) ? value.map(written).join('') : escape(String(value));
}

/**
 * Markup from a template. What stands between is escaped; null, undefined and false are left out, lists are joined.
 *
 * @param {TemplateStringsArray} strings
 * @param {...unknown} values
 */
export const html = (strings, ...values) =>
  new Html(strings.reduce((text, string, i) => text + written(values[i - 1]) + string));

/**
 * Attributes of an element; those that are null or false are left out.
 *
 * @param {Record<string, string | number | boolean | null | undefined>} attributes
 */
export const attributes = attributes =>
  new Html(
    Object.entries(attributes)
      .filter(([, value]) => value !== null && value !== undefined && value !== false)
      .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escape(String(value))}"`))
      .join(''),
  );
