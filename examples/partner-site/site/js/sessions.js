import { affilia, locale, words } from './connect.js';
import { drawForm } from './draw-form.js';
import { h, heading, replaceWith } from './element.js';
import { refusalOf } from './refusal.js';

const say = words.sessions;

/** Where the person is signed in, and how they end that. */
export async function drawSessions({ association }) {
  const place = h('div');
  const moment = new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: association.timeZone,
  });

  const load = async () => {
    const { nodes } = await affilia.sessions.list().page({ first: 50 });
    return [
      h('p', {}, say.explanation),
      h('ul', {}, nodes.map(drawSession)),
      nodes.some(({ current }) => !current) && drawEndAll(),
    ].filter(Boolean);
  };
  const redraw = async said =>
    replaceWith(
      place,
      heading(2, say.title),
      h('p', { role: 'status', class: 'status' }, said),
      ...(await load()),
    );

  const drawSession = ({ id, device, site, network, lastUsedAt, current }) => {
    const facts = [
      h('h3', {}, device),
      h('p', {}, say.place(site, network)),
      h('p', {}, current ? say.current : say.lastUsed(moment.format(new Date(lastUsedAt)))),
    ];
    if (current) return h('li', {}, ...facts);
    return h(
      'li',
      {},
      drawButton({ title: device, submitLabel: say.end, named: say.endNamed(device), facts }, async () => {
        const outcome = await affilia.sessions.revoke({ sessionId: id });
        if (!outcome.ok) return refusalOf(outcome.problem);
        await redraw(say.ended(device));
        return null;
      }),
    );
  };

  const drawEndAll = () =>
    drawButton({ title: say.endAll, submitLabel: say.endAll, facts: [] }, async () => {
      const outcome = await affilia.sessions.revokeAll();
      if (!outcome.ok) return refusalOf(outcome.problem);
      await redraw(say.endedAll);
      return null;
    });

  place.append(h('h2', {}, say.title), ...(await load()));
  return place;
}

/** A form of one button, so that a lost network and a refusal are shown as in every form. */
function drawButton({ title, submitLabel, named, facts }, send) {
  const form = drawForm({ title, submitLabel, fields: [] }, { send }).element;
  // Its heading names it: a landmark per session would be in the way.
  form.removeAttribute('aria-label');
  form.querySelector('h2').replaceWith(...facts);
  if (named) form.querySelector('button').setAttribute('aria-label', named);
  return form;
}
