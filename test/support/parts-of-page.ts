/** Where the page keeps its elements by their parts until it is judged; what is of no element is of the page as a whole. */
export interface PageWithParts {
  elementsOfParts?: ReadonlyMap<string, readonly Element[]>;
}

/**
 * Of what the page is made, for axe: each element by its way from the root, with what makes it what it is, how it is
 * drawn and whether it says something, but not what; and what only the page as a whole can be wrong in. Runs in the
 * browser.
 */
export function partsOfPage(): string[] {
  /** What these say differs from page to page; axe asks whether they say something. */
  const free = new Set(
    'href src action value content title alt placeholder aria-label datetime name'.split(' '),
  );
  /** What these name must be there, and mostly say something. */
  const names = new Set(
    'for aria-labelledby aria-describedby aria-controls aria-owns aria-errormessage'.split(' '),
  );
  const attribute = ({ name, value }: Attr): string => {
    if (name === 'id' || name.startsWith('data-')) return '';
    if (free.has(name)) return value.trim() === '' ? `${name} empty` : name;
    if (names.has(name)) {
      const named = value.split(' ').map(id => document.getElementById(id));
      if (named.some(one => one === null)) return `${name} nothing`;
      return named.some(one => one?.textContent.trim()) ? name : `${name} of no words`;
    }
    return `${name}=${value}`;
  };
  const own = (element: Element): string =>
    [
      element.localName,
      ...[...element.attributes].map(attribute).sort(),
      element.checkVisibility() ? '' : 'hidden',
      element.matches(':checked') ? 'checked' : '',
      element instanceof HTMLInputElement && element.labels?.length ? 'labelled' : '',
      [...element.childNodes].some(child => child.nodeType === Node.TEXT_NODE && child.nodeValue?.trim())
        ? 'text'
        : '',
    ]
      .filter(Boolean)
      .join(' ');

  const parts = new Map<string, Element[]>();
  const walk = (element: Element, way: string): void => {
    const here = `${way}>${own(element)}`;
    parts.set(here, [...(parts.get(here) ?? []), element]);
    for (const child of element.children) walk(child, here);
  };
  const drawnBy = [...document.styleSheets].map(({ href }) => href && new URL(href).pathname);
  walk(document.documentElement, [innerWidth, document.title === '' ? 'untitled' : '', ...drawnBy].join(' '));

  const shown = (selector: string): string[] =>
    [...document.querySelectorAll(selector)].filter(one => one.checkVisibility()).map(one => one.localName);
  shown('h1, h2, h3, h4, h5, h6').forEach((heading, i, all) =>
    parts.set(`${all[i - 1] ?? ''} then ${heading}`, []),
  );
  parts.set(`once: ${shown('h1, main, body > header, body > footer').join(' ')}`, []);
  parts.set(`navigations: ${shown('nav').length}`, []);
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  if (new Set(ids).size < ids.length) parts.set(`an id twice: ${ids.join(' ')}`, []);
  (globalThis as PageWithParts).elementsOfParts = parts;
  return [...parts.keys()];
}
