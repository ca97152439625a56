import { addressOf, words } from './connect.js';
import { h } from './element.js';
import { openPage } from './page.js';

const draw = ({ realm, signedIn }) => {
  const pages = signedIn ? ['profile.html', 'organization.html'] : ['invitation.html', 'sign-in.html'];
  const link = page => h('li', {}, h('a', { class: 'way', href: addressOf(page) }, words.pages[page]));
  return [h('p', {}, words.welcome(realm.association.name)), h('ul', { class: 'plain' }, pages.map(link))];
};

const reload = () => location.reload();
await openPage(draw, { arrived: reload, left: reload });
