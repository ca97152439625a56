import { attributes, html } from './html.mjs';
import { isAdministrator } from './staff.mjs';

const PAGES = /** @type {const} */ ([
  '',
  'organizations',
  'members',
  'people',
  'invitations',
  'invite',
  'handovers',
  'invoices',
  'remittances',
  'merges',
  'imports',
  'staff',
  'audit',
  'clients',
  'settings',
]);

/** Those for administrators. @type {readonly string[]} */
const FOR_ADMINISTRATORS = ['staff', 'audit', 'clients', 'settings'];

/**
 * The whole document around a page.
 *
 * @param {import('./visit.mjs').Visit} visit
 * @param {import('./visit.mjs').Drawn} drawn
 */
export function frame(visit, { title, content, problem = false }) {
  const { words, locale, staff, person } = visit;
  const place = staff?.body ? `${words.tool} – ${staff.body.shortName}` : words.tool;
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${problem ? words.errorIn(title) : title} – ${place}</title>
        <link rel="icon" href="/icon.svg" />
        <link rel="stylesheet" href="/style.css" />
        ${person && html`<link rel="stylesheet" href="/brand/${person.tree}.css" />`}
      </head>
      <body>
        <header>
          <a class="skip" href="#main">${words.skip}</a>
          <p class="name">${place}</p>
          ${person && navigation(visit)}
          <div class="tools">${otherLanguage(visit)} ${person && signOutForm(visit)}</div>
        </header>
        <main id="main" tabindex="-1">
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html> `;
}

/** @param {import('./visit.mjs').Visit} visit */
const navigation = ({ words, page, linkTo, staff }) =>
  html`<nav aria-label="${words.navigation}">
    <ul>
      ${PAGES.filter(name => !FOR_ADMINISTRATORS.includes(name) || isAdministrator(staff)).map(
        name =>
          html`<li>
            <a href="${linkTo(name)}" ${attributes({ 'aria-current': name === page && 'page' })}
              >${words.pages[name]}</a
            >
          </li>`,
      )}
    </ul>
  </nav>`;

/** The same page in the other language; what answered a form is only found again where the form is. @param {import('./visit.mjs').Visit} visit */
function otherLanguage({ words, page, address }) {
  const { folder, locale, name } = words.otherLanguage;
  const to = page.replace(/^(invitations)\/(?:resend|revoke)$/, '$1');
  return html`<a href="/${folder}/${to}${address.search}" lang="${locale}" hreflang="${locale}">${name}</a>`;
}

/** @param {import('./visit.mjs').Visit} visit */
const signOutForm = ({ words, linkTo, browser }) =>
  html`<form method="post" action="${linkTo('sign-out')}">
    <input type="hidden" name="token" value="${browser.formToken}" />
    <button>${words.signOut}</button>
  </form>`;
