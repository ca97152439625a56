import { openEnrolment } from '@affilia/sdk/flows';
import { passkeysWork } from '@affilia/sdk/second-factors';
import { addressOf, affilia, words } from './connect.js';
import { dayOf } from './dates.js';
import { drawCodes, drawEnrolment } from './draw-enrolment.js';
import { drawForm } from './draw-form.js';
import { h, heading, replaceWith } from './element.js';
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
      drawStart(say.addApp, flow => flow.addApp()),
      passkeysWork() && drawStart(say.addPasskey, flow => flow.addPasskey()),
    ].filter(Boolean);

  const drawFactor = ({ id, name, addedAt, lastUsedAt, website, worksHere }) => {
    const form = drawForm(
      { title: name, submitLabel: say.remove, fields: [] },
      {
        async send() {
          const outcome = await affilia.secondFactors.remove({ secondFactorId: id });
          if (!outcome.ok) return refusalOf(outcome.problem, handlers);
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
          if (!outcome.ok) return refusalOf(outcome.problem, handlers);
          replaceWith(place, ...drawCodes(outcome.value.recoveryCodes, () => void redraw()));
          return null;
        },
      },
    ).element;
    form.querySelector('h2').replaceWith(h('h3', {}, say.codes), h('p', {}, say.codesLeft(left)));
    return form;
  };

  const drawStart = (label, begin) =>
    h('p', {}, h('button', { type: 'button', onclick: () => void start(begin) }, label));
  const start = async begin => {
    const flow = openEnrolment(affilia);
    await begin(flow);
    const leave = () => void redraw();
    const done = () => void redraw(h('p', { role: 'status', class: 'status' }, say.addedNow));
    replaceWith(place, drawEnrolment(flow, { leave, handlers, done }));
  };

  /** A sign-in that is too old is renewed, and the person comes back here. */
  const handlers = {
    async SIGN_IN() {
      await affilia.accounts.signOut().catch(() => undefined);
      location.replace(addressOf('sign-in.html', { then: 'security.html#factors' }));
    },
  };

  place.append(heading(2, say.title), ...drawMine(await affilia.secondFactors.mine()));
  return place;
}
