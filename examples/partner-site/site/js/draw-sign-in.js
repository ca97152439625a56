import { addressOf, words } from './connect.js';
import { drawForm } from './draw-form.js';
import { h, replaceWith } from './element.js';
import { refusalIn } from './refusal.js';
import { drawPasskeyForm, drawSecondStep } from './second-step.js';

const say = words.secondFactors;
const PANELS = { PASSWORD: drawPasswordPanel, FACTOR: drawSecondStep };

/** Leads through signing in: the flow says where the person stands, and this draws it. `goOn` is for whoever is in. */
export function drawSignIn(flow, { signInForm, support }, goOn) {
  const place = h('div');
  let drawn = null;

  function draw() {
    const snapshot = flow.snapshot();
    const { form, nodes } = PANELS[snapshot.state](snapshot, { flow, settle, signInForm, support });
    drawn = { form, state: snapshot.state };
    return nodes.filter(Boolean);
  }

  /** Shows what an act led to: another panel, or on the form that is there, by giving it the refusal. */
  function settle(snapshot) {
    if (!(snapshot.state in PANELS)) {
      goOn();
      return null;
    }
    const refusal = refusalIn(snapshot);
    if (snapshot.state === drawn.state) return refusal;
    replaceWith(place, ...draw());
    if (refusal) drawn.form.show(refusal);
    return null;
  }

  place.append(...draw());
  return place;
}

/** The form of the service, or the finger, the face or the PIN of the device, and nothing to type. */
function drawPasswordPanel({ passkey }, { flow, settle, signInForm }) {
  const form = drawForm(signInForm, { send: async input => settle(await flow.signIn(input)) });
  const { passkey: title, signInWithPasskey: submitLabel } = say;
  return {
    form,
    nodes: [
      form.element,
      passkey && drawPasskeyForm({ title, submitLabel }, { flow, settle }).element,
      ...drawOtherWays(),
    ],
  };
}

/** For whoever has never been here, or does not remember. */
function drawOtherWays() {
  const pages = ['forgot-password.html', 'forgot-username.html'];
  return pages.map(page => h('p', {}, h('a', { class: 'way', href: addressOf(page) }, words.pages[page])));
}
