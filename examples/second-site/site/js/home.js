import { affilia, say } from './connect.js';
import { h } from './element.js';
import { openPage } from './page.js';

// People come back here from the realm's sign-out, whether they signed out or stayed.
await affilia.redirect.completeSignOut();

void openPage(async () => {
  const viewer = await affilia.accounts.viewer();
  if (viewer) return drawViewer(viewer);
  // Once per tab: whoever signed in at another site is signed in here without being asked anything.
  await affilia.redirect.silentSignIn();
  return [
    h('p', {}, say.intro),
    h('button', { onclick: () => void affilia.redirect.signInByRedirect() }, say.signIn),
  ];
});

function drawViewer({ account, persons, memberships }) {
  const name = persons[0]?.displayName ?? account.username ?? account.addresses[0]?.address;
  return [
    h('p', {}, say.hello(name)),
    memberships.length > 0 ? h('ul', {}, memberships.map(drawMembership)) : h('p', {}, say.none),
    h('button', { onclick: () => void affilia.redirect.signOutByRedirect() }, say.signOut),
  ];
}

function drawMembership({ association, memberNumber, class: category, status }) {
  const lines = [
    [say.number, memberNumber],
    [say.category, category?.name],
    [say.status, status.label],
  ].filter(([, value]) => value);
  return h(
    'li',
    {},
    h('h2', {}, association.name),
    h(
      'dl',
      {},
      lines.flatMap(([term, value]) => [h('dt', {}, term), h('dd', {}, value)]),
    ),
  );
}
