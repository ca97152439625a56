import { affilia, words } from './connect.js';
import { drawForm } from './draw-form.js';
import { h, heading } from './element.js';
import { refusalOf } from './refusal.js';

const say = words.secondFactors;

/** An authenticator app: the picture to scan, the same to type, and the form for its first code. */
export async function drawNewApp({ cancel, handlers, done }) {
  const begun = await affilia.secondFactors.enrollTotp();
  if (!begun.ok) return drawRefused(begun.problem, { cancel, handlers, title: say.addApp });
  const { secret, uri, qrCode, form } = begun.value;
  const send = async input => {
    const outcome = await affilia.secondFactors.confirmTotp(input);
    if (!outcome.ok) return refusalOf(outcome.problem, handlers);
    await done(outcome.value);
    return null;
  };
  return [
    heading(2, say.addApp),
    h('p', {}, say.scan),
    drawPicture(qrCode),
    h('p', {}, h('a', { class: 'way', href: uri }, say.openApp)),
    h('p', {}, say.typeSecret, h('code', {}, secret.replace(/.{4}(?=.)/g, '$& '))),
    drawForm(form, { send }).element,
    drawCancel(cancel),
  ];
}

/** A passkey of this website: the browser asks where to keep it. */
export async function drawNewPasskey({ cancel, handlers, done }) {
  const begun = await affilia.secondFactors.beginPasskeyRegistration();
  if (!begun.ok) return drawRefused(begun.problem, { cancel, handlers, title: say.addPasskey });
  const send = async input => {
    try {
      const outcome = await affilia.secondFactors.registerPasskey(begun.value, input);
      if (!outcome.ok) return refusalOf(outcome.problem, handlers);
      await done(outcome.value);
      return null;
    } catch (error) {
      if (error instanceof DOMException)
        return {
          message: error.name === 'InvalidStateError' ? say.passkeyKnown : say.passkeyCancelled,
        };
      throw error;
    }
  };
  return [drawForm(begun.value.form, { send }).element, drawCancel(cancel)];
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

function drawRefused(problem, { cancel, handlers, title }) {
  const { message, ways } = refusalOf(problem, handlers);
  return [
    heading(2, title),
    h('div', { class: 'summary', role: 'alert' }, h('p', {}, message), ...ways),
    drawCancel(cancel),
  ];
}

const drawCancel = cancel =>
  h('p', {}, h('button', { type: 'button', onclick: cancel }, words.secondFactors.cancel));
