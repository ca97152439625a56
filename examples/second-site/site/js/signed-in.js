import { affilia, say } from './connect.js';
import { h } from './element.js';
import { openPage } from './page.js';

/** The page on which people come back from the realm. */
void openPage(async () => {
  const outcome = await affilia.redirect.completeSignIn();
  // Nobody was signed in when this site asked in silence: nothing to say, the page where they were has a button.
  const silent = !outcome?.ok && outcome?.problem.__typename === 'SignInRequired';
  const target = outcome?.ok ? outcome.value.returnTo : silent ? outcome.problem.returnTo : './';
  if (outcome === null || outcome.ok || silent) {
    location.replace(target);
    // The page is being left: until then it says that it is loading.
    return new Promise(() => undefined);
  }
  return [h('p', { role: 'alert' }, outcome.problem.message), h('a', { href: './' }, say.home)];
});
