import { addressOf, affilia, words } from './connect.js';
import { h } from './element.js';
import { openPage } from './page.js';

/** Where people come back from the page of the association. */
await openPage(async () => {
  const outcome = await affilia.redirect?.completeSignIn();
  if (!outcome || outcome.ok) {
    location.replace(outcome?.value.returnTo ?? addressOf('profile.html'));
    // The page is being left: until then it says that it is loading.
    return new Promise(() => undefined);
  }
  return [
    h('p', { role: 'alert' }, outcome.problem.message),
    h('p', {}, h('a', { class: 'way', href: addressOf('sign-in.html') }, words.pages['sign-in.html'])),
  ];
});
