import { addressOf, affilia, locale, words } from './connect.js';
import { h } from './element.js';
import { drawSupport } from './ways.js';

const page = location.pathname.split('/').at(-1) || 'index.html';

/** What stands around every page: name, ways around, the other language, help. Drawn again whenever it changes. */
export function drawFrame({ realm, signedIn }) {
  const brand = realm?.association.brand;
  if (brand) {
    document.documentElement.style.setProperty('--brand', brand.colour);
    document.documentElement.style.setProperty('--on-brand', brand.textColour);
  }
  document.querySelector('body > header')?.remove();
  document.querySelector('body > footer')?.remove();
  document.body.prepend(
    h(
      'header',
      {},
      h('a', { class: 'skip', href: '#main' }, words.skip),
      h('p', { class: 'name' }, brand?.logoUrl && drawLogo(brand), realm?.association.name ?? words.portal),
      navigation(signedIn),
      h('p', { class: 'tools' }, otherLanguage(realm), signedIn && signOutButton()),
    ),
  );
  if (realm) document.body.append(h('footer', {}, h('h2', {}, words.help), drawSupport(realm.support)));
}

/** Greets whoever is signed in, as the way to their profile. Two people may share an account. */
export function greet({ account, persons }) {
  const names = persons.map(({ displayName }) => displayName);
  const name =
    names.length > 0
      ? new Intl.ListFormat(locale).format(names)
      : (account.username ?? account.addresses[0]?.address);
  document.querySelector('.tools .greeting')?.remove();
  if (!name) return;
  const href = addressOf('profile.html');
  document.querySelector('.tools').prepend(h('a', { class: 'greeting', href }, words.hello(name)));
}

/** The name stands beside it, so it says nothing more to who does not see it. */
const drawLogo = ({ logoUrl }) => h('img', { class: 'logo', src: logoUrl, alt: '' });

function navigation(signedIn) {
  const pages = signedIn
    ? [
        'profile.html',
        'membership.html',
        'invoices.html',
        'organization.html',
        'security.html',
        'invitation.html',
      ]
    : ['index.html', 'invitation.html', 'sign-in.html'];
  const link = name =>
    h('a', { href: addressOf(name), 'aria-current': name === page && 'page' }, words.pages[name]);
  return h(
    'nav',
    { 'aria-label': words.navigation },
    h(
      'ul',
      {},
      pages.map(name => h('li', {}, link(name))),
    ),
  );
}

/** The same page in the other language, with what its address says but for any secret. */
function otherLanguage(realm) {
  if (realm && realm.locales.length < 2) return null;
  const [folder, language, name] =
    locale === 'fr-CA' ? ['en', 'en-CA', 'English'] : ['fr', 'fr-CA', 'Français'];
  const parameters = Object.fromEntries(new URLSearchParams(location.search));
  const href = addressOf(`../${folder}/${page}`, parameters);
  return h('a', { href, lang: language, hreflang: language }, name);
}

function signOutButton() {
  const signOut = async () => {
    // Without a network it holds here all the same; the service's session ends by its age.
    await affilia.accounts.signOut().catch(() => undefined);
    location.replace(addressOf('sign-in.html', { notice: 'signed-out' }));
  };
  return h('button', { type: 'button', onclick: () => void signOut() }, words.signOut);
}
