/**
 * Makes an element. What is put in is always text or another element, never markup. Functions are listeners: `onclick`.
 * Null and false are left out.
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(name.slice('on'.length), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(
    ...children.flat().filter(child => child !== null && child !== undefined && child !== false),
  );
  return element;
}

/** A heading that can be brought to the person's attention. */
export const heading = (level, text) => h(`h${level}`, { tabindex: '-1' }, text);

/** Shows something new in the place of what was there, and takes the person to its heading. */
export function replaceWith(place, ...nodes) {
  place.replaceChildren(...nodes);
  place.querySelector('[tabindex="-1"]')?.focus();
}
