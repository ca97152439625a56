import { locale, words } from './connect.js';
import { h } from './element.js';

const OWN = locale === 'fr-CA' ? ['fr'] : ['en'];
/** The texts that are shown, the first one first: where French has its rights, it comes first on any page. */
const SHOWN = { FR_ONLY: ['fr'], FR_FIRST_CHOICE: ['fr', 'en'] };

/** A box that accepts a document comes with the document. */
export function drawDocumentLinks(documents, { kind, options }, { languagePolicy }) {
  const shown = documents.find(({ id }) => kind === 'CHECKBOX' && options.some(({ value }) => value === id));
  if (!shown) return [];
  const links = (SHOWN[languagePolicy] ?? OWN).map(language => linkTo(shown, language));
  return [h('p', { class: 'texts' }, links)];
}

function linkTo({ labels, urls }, language) {
  const lang = `${language}-CA`;
  return h(
    'a',
    { class: 'way', href: urls[language], hreflang: lang, target: '_blank', rel: 'noopener' },
    h('span', { lang }, labels[language]),
    ` ${words.newTab}`,
  );
}
