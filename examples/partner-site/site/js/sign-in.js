import { passkeysWork } from '@affilia/sdk/second-factors';
import { addressOf, affilia, words } from './connect.js';
import { drawForm } from './draw-form.js';
import { h, replaceWith } from './element.js';
import { openPage } from './page.js';
import { refusalOf } from './refusal.js';
import { drawPasskeyForm, drawSecondStep } from './second-step.js';

await openPage(({ realm, signedIn }) => {
  if (signedIn) goOn();
  const place = h('div');
  const send = async input => {
    const outcome = await affilia.accounts.signIn(input);
    if (!outcome.ok) return refusalOf(outcome.problem);
    const { secondFactor } = outcome.value;
    if (secondFactor === null) goOn();
    else replaceWith(place, ...drawSecondStep(secondFactor, { support: realm.support, goOn }));
    return null;
  };
  place.append(
    drawForm(realm.signInForm, { send }).element,
    ...[passkeysWork() && drawSignInWithPasskey()].filter(Boolean),
    ...drawOtherWays(),
  );
  return [place];
});

/** The finger, the face or the PIN of the device, and nothing to type. */
function drawSignInWithPasskey() {
  const { passkey: title, signInWithPasskey: submitLabel } = words.secondFactors;
  return drawPasskeyForm({ title, submitLabel }, async () => {
    const outcome = await affilia.secondFactors.signInWithPasskey();
    if (!outcome.ok) return refusalOf(outcome.problem);
    goOn();
    return null;
  });
}

/** For whoever has never been here, or does not remember. */
function drawOtherWays() {
  const pages = ['forgot-password.html', 'forgot-username.html'];
  return pages.map(page => h('p', {}, h('a', { class: 'way', href: addressOf(page) }, words.pages[page])));
}

/** To the page that asked to sign in, if it is one of this site. Back does not lead to the form again. */
function goOn() {
  const then = URL.parse(new URLSearchParams(location.search).get('then') ?? '', location.href);
  const isOurs = then?.origin === location.origin && then.pathname !== location.pathname;
  location.replace(isOurs ? then : addressOf('profile.html'));
}
