import { clientPageKindLabels, labelOf } from '@affilia/sdk/labels';
import { clientChange, isSite } from '../client-change.mjs';
import { drawInput } from '../fields.mjs';

/** @typedef {keyof typeof clientPageKindLabels} Kind */
/** @typedef {'FR_CA' | 'EN_CA'} Locale */

const KINDS = /** @type {Kind[]} */ (Object.keys(clientPageKindLabels));
const LOCALES = /** @type {const} */ (['FR_CA', 'EN_CA']);

/** @param {Kind} page @param {Locale} locale */
const nameOf = (page, locale) => `${page}-${locale}`;

/** Every page that mails may open, in both languages: those without an address are the portal's. */
const PLACES = KINDS.flatMap(page => LOCALES.map(locale => ({ page, locale, name: nameOf(page, locale) })));

/** @param {URLSearchParams} form */
const filledIn = form => PLACES.filter(({ name }) => (form.get(name) ?? '').trim() !== '');

/** Where a site's pages are that links in mails open. */
export const clientPages = clientChange({
  words(visit) {
    const { locale, words } = visit;
    const { language, ...own } = words.client.pages;
    const labels = PLACES.map(({ page, locale: of, name }) => [
      name,
      `${labelOf(clientPageKindLabels, page, locale)} (${language[of]})`,
    ]);
    return { ...own, labels: Object.fromEntries(labels) };
  },
  fits: isSite,
  standing: ({ pages }) =>
    new URLSearchParams(pages.map(({ page, locale, url }) => [`${page}-${locale}`, url])),
  draw: ({ values, words, faults }) =>
    PLACES.map(({ name }) =>
      drawInput({
        name,
        type: 'url',
        label: words.labels[name] ?? name,
        value: values.get(name) ?? '',
        faults: faults(name),
      }),
    ),
  send: (portal, { id: clientId }, form) =>
    portal.clients.setPages({
      clientId,
      pages: filledIn(form).map(({ page, locale, name }) => ({
        page,
        locale,
        url: (form.get(name) ?? '').trim(),
      })),
    }),
  fieldAt: ([, , place], form) => filledIn(form)[Number(place)]?.name,
});
