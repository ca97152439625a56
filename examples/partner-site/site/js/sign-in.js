import { addressOf, affilia, words } from './connect.js';
import { drawForm } from './draw-form.js';
import { ownForm } from './own-form.js';
import { openPage } from './page.js';
import { refusalOf } from './refusal.js';

const { title, submit, identifier, password } = words.signIn;

await openPage(({ realm, signedIn }) => {
  if (signedIn) goOn();
  const form = ownForm(title, submit, [
    { name: 'identifier', label: identifier[realm.identifierPolicy], autocomplete: 'username' },
    { name: 'password', label: password, kind: 'PASSWORD', autocomplete: 'current-password' },
  ]);
  const send = async input => {
    const outcome = await affilia.accounts.signIn(input);
    if (!outcome.ok) return refusalOf(outcome.problem);
    goOn();
    return null;
  };
  return [drawForm(form, { send }).element];
});

/** To the page that asked to sign in, if it is one of this site. Back does not lead to the form again. */
function goOn() {
  const then = URL.parse(new URLSearchParams(location.search).get('then') ?? '', location.href);
  const isOurs = then?.origin === location.origin && then.pathname !== location.pathname;
  location.replace(isOurs ? then : addressOf('profile.html'));
}
