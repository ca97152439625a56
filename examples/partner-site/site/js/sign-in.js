import { openSignIn } from '@affilia/sdk/flows';
import { addressOf, affilia } from './connect.js';
import { drawSignIn } from './draw-sign-in.js';
import { openPage } from './page.js';
import { drawRealmSignIn } from './realm-sign-in.js';

await openPage(
  ({ realm, signedIn }) => {
    if (signedIn) goOn();
    return [drawSignIn(openSignIn(affilia), realm, goOn), drawRealmSignIn(target())];
  },
  // Whoever signs in in another tab is signed in here too.
  { arrived: goOn },
);

/** Back does not lead to the form again. */
function goOn() {
  location.replace(target());
}

/** The page that asked to sign in, if it is one of this site. */
function target() {
  const then = URL.parse(new URLSearchParams(location.search).get('then') ?? '', location.href);
  const isOurs = then?.origin === location.origin && then.pathname !== location.pathname;
  return isOurs ? then.href : addressOf('profile.html');
}
