import { words } from './connect.js';
import { drawForm } from './draw-form.js';
import { h, heading, replaceWith } from './element.js';
import { refusalIn } from './refusal.js';

const say = words.secondFactors;
const PANELS = {
  CHOICE: drawChoice,
  APP: drawApp,
  PASSKEY: drawPasskey,
  RECOVERY_CODES: drawRecoveryCodes,
};

/** Leads through adding a second factor. `leave` is for whoever adds none after all, `done` for the rest. */
export function drawEnrolment(flow, { leave, handlers, done }) {
  const place = h('div');
  let drawn = null;
  const around = { flow, settle, leave };

  function draw(refusal) {
    const snapshot = flow.snapshot();
    drawn = snapshot.state;
    return PANELS[drawn](snapshot, around, refusal).filter(Boolean);
  }

  /** Shows what an act led to: another panel, or on the form that is there, by giving it the refusal. */
  function settle(snapshot) {
    if (snapshot.state === 'DONE') {
      done();
      return null;
    }
    const refusal = refusalIn(snapshot, handlers);
    if (snapshot.state === drawn && snapshot.form) return refusal;
    replaceWith(place, ...draw(refusal));
    return null;
  }

  place.append(...draw(refusalIn(flow.snapshot(), handlers)));
  return place;
}

/** Ten codes, seen this once. */
export const drawCodes = (codes, goOn) => [
  heading(2, say.keepCodes),
  h('p', {}, say.keepCodesText),
  h(
    'ul',
    { class: 'codes' },
    codes.map(code => h('li', {}, h('code', {}, code))),
  ),
  h('p', {}, h('button', { type: 'button', class: 'main', onclick: goOn }, say.codesKept)),
];

/** Nothing could be begun, for this reason. */
function drawChoice({ passkey }, { flow, settle, leave }, refusal) {
  const start = act => async () => settle(await act());
  return [
    heading(2, say.title),
    refusal && h('div', { class: 'summary', role: 'alert' }, h('p', {}, refusal.message), refusal.ways ?? []),
    drawButton(say.addApp, start(flow.addApp)),
    passkey && drawButton(say.addPasskey, start(flow.addPasskey)),
    drawButton(say.cancel, leave),
  ];
}

/** An authenticator app: the picture to scan, the same to type, and the form for its first code. */
function drawApp({ app: { secret, uri, qrCode }, form }, { flow, settle, leave }) {
  return [
    heading(2, say.addApp),
    h('p', {}, say.scan),
    drawPicture(qrCode),
    h('p', {}, h('a', { class: 'way', href: uri }, say.openApp)),
    h('p', {}, say.typeSecret, h('code', {}, secret.replace(/.{4}(?=.)/g, '$& '))),
    drawForm(form, { send: async input => settle(await flow.confirmApp(input)) }).element,
    drawButton(say.cancel, leave),
  ];
}

/** A passkey of this website: the browser asks where to keep it. */
function drawPasskey({ form }, { flow, settle, leave }) {
  const send = async input => settle(await flow.confirmPasskey(input));
  return [drawForm(form, { send }).element, drawButton(say.cancel, leave)];
}

function drawRecoveryCodes({ recoveryCodes }, { flow, settle }) {
  return drawCodes(recoveryCodes, () => settle(flow.goOn()));
}

/** The service's picture is a document of its own: it is read as such, and never as part of the page's markup. */
function drawPicture(svg) {
  const picture = document.importNode(
    new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement,
    true,
  );
  picture.setAttribute('role', 'img');
  picture.setAttribute('aria-label', say.picture);
  return h('div', { class: 'qr-code' }, picture);
}

const drawButton = (label, act) =>
  h('p', {}, h('button', { type: 'button', onclick: () => void act() }, label));
