import { passkeysWork } from '@affilia/sdk/second-factors';
import { addressOf, affilia, words } from './connect.js';
import { dayOf } from './dates.js';
import { drawForm } from './draw-form.js';
import { h, heading, replaceWith } from './element.js';
import { drawNewApp, drawNewPasskey } from './new-second-factor.js';
import { refusalOf } from './refusal.js';

const say = words.secondFactors;

/** The second factors of whoever is signed in, and how to add and remove them. */
export async function drawSecondFactors({ association }) {
  const place = h('div');
  const redraw = async (...said) => {
    const mine = await affilia.secondFactors.mine();
    replaceWith(place, heading(2, say.title), ...said, ...drawMine(mine));
  };

  const drawMine = ({ secondFactors, recoveryCodesLeft }) =>
    [
      h('p', {}, say.explanation),
      secondFactors.length === 0 ? h('p', {}, say.none) : h('ul', {}, secondFactors.map(drawFactor)),
      secondFactors.length > 0 && drawRecoveryCodes(recoveryCodesLeft),
      drawStart(say.addApp, () => drawNewApp({ ...again, done: showCodes })),
      passkeysWork() && drawStart(say.addPasskey, () => drawNewPasskey({ ...again, done: showCodes })),
    ].filter(Boolean);

  const drawFactor = ({ id, name, addedAt, lastUsedAt, website, worksHere }) => {
    const form = drawForm(
      { title: name, submitLabel: say.remove, fields: [] },
      {
        async send() {
          const outcome = await affilia.secondFactors.remove({ secondFactorId: id });
          if (!outcome.ok) return refusalOf(outcome.problem, again.handlers);
          await redraw(h('p', { role: 'status', class: 'status' }, say.removed(name)));
          return null;
        },
      },
    ).element;
    const title = form.querySelector('h2');
    title.replaceWith(
      h('h3', {}, name),
      h('p', {}, say.added(dayOf(addedAt, association))),
      h('p', {}, lastUsedAt ? say.used(dayOf(lastUsedAt, association)) : say.neverUsed),
      ...[!worksHere && h('p', {}, say.elsewhere(website))].filter(Boolean),
    );
    const button = form.querySelector('button');
    button.setAttribute('aria-label', say.removeNamed(name));
    return h('li', {}, form);
  };

  const drawRecoveryCodes = left => {
    const form = drawForm(
      { title: say.codes, submitLabel: say.renewCodes, fields: [] },
      {
        async send() {
          const outcome = await affilia.secondFactors.regenerateRecoveryCodes();
          if (!outcome.ok) return refusalOf(outcome.problem, again.handlers);
          await showCodes(outcome.value);
          return null;
        },
      },
    ).element;
    form.querySelector('h2').replaceWith(h('h3', {}, say.codes), h('p', {}, say.codesLeft(left)));
    return form;
  };

  const drawStart = (label, draw) =>
    h('p', {}, h('button', { type: 'button', onclick: () => void start(draw) }, label));
  const start = async draw => replaceWith(place, ...(await draw()));

  /** With the first factor come codes; they are seen this once. */
  const showCodes = async ({ recoveryCodes }) => {
    if (!recoveryCodes) return redraw(h('p', { role: 'status', class: 'status' }, say.addedNow));
    replaceWith(
      place,
      heading(2, say.keepCodes),
      h('p', {}, say.keepCodesText),
      h(
        'ul',
        { class: 'codes' },
        recoveryCodes.map(code => h('li', {}, h('code', {}, code))),
      ),
      h('p', {}, h('button', { type: 'button', class: 'main', onclick: () => void redraw() }, say.codesKept)),
    );
  };

  const again = {
    cancel: () => void redraw(),
    /** A sign-in that is too old is renewed, and the person comes back here. */
    handlers: {
      async SIGN_IN() {
        await affilia.accounts.signOut().catch(() => undefined);
        location.replace(addressOf('sign-in.html', { then: 'security.html#factors' }));
      },
    },
  };

  place.append(heading(2, say.title), ...drawMine(await affilia.secondFactors.mine()));
  return place;
}
