import { openSignIn } from '@affilia/sdk/flows';
import { addressOf, affilia } from './connect.js';
import { drawSignIn } from './draw-sign-in.js';
import { openPage } from './page.js';

await openPage(({ realm, signedIn }) => {
  if (signedIn) goOn();
  return [drawSignIn(openSignIn(affilia), realm, goOn)];
});

/** To the page that asked to sign in, if it is one of this site. Back does not lead to the form again. */
function goOn() {
  const then = URL.parse(new URLSearchParams(location.search).get('then') ?? '', location.href);
  const isOurs = then?.origin === location.origin && then.pathname !== location.pathname;
  location.replace(isOurs ? then : addressOf('profile.html'));
}
