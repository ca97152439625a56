import { addressOf, affilia, words } from './connect.js';
import { dayInWords, eveningOf } from './dates.js';
import { drawForm } from './draw-form.js';
import { drawReasons, statusLines } from './draw-membership.js';
import { h, heading, replaceWith } from './element.js';
import { drawFacts } from './facts.js';
import { drawHistory } from './membership-history.js';
import { ownField } from './organization-parts.js';
import { openMembersPage } from './page.js';
import { openResignation } from './resignation.js';
import { openTransfers } from './transfers.js';

const say = words.membership;

await openMembersPage(async ({ viewer }) => {
  const asked = new URLSearchParams(location.search).get('membership');
  const [only, ...others] = viewer.memberships;
  const id = asked ?? (others.length === 0 ? only?.id : null) ?? null;
  const membership = id && (await affilia.memberships.get(id));
  if (!membership) return drawChoice(viewer.memberships, asked === null ? null : say.notFound);
  const standing = h('div', { id: 'standing' });
  const panels = [openResignation(settle), openTransfers(settle)];
  async function redraw(now) {
    standing.replaceChildren(...[...drawStanding(now), ...(await drawHistory(now))].filter(Boolean));
    await Promise.all(panels.map(panel => panel.draw(now)));
  }
  /** Something was done: all is drawn as it is now, and said where it was done. */
  async function settle(panel, text) {
    await redraw(await affilia.memberships.get(id));
    panel.tell(text);
  }
  await redraw(membership);
  return [
    h('h2', {}, membership.association.name),
    standing,
    drawOnDay(id),
    ...panels.map(({ element }) => element),
  ];
});

function drawChoice(memberships, message) {
  const link = ({ id, association, memberNumber }) => {
    const href = addressOf('membership.html', { membership: id });
    return h('li', {}, h('a', { href }, `${association.name}, ${memberNumber}`));
  };
  return [
    h('p', {}, message ?? (memberships.length > 0 ? say.choose : say.none)),
    memberships.length > 0 && h('ul', {}, memberships.map(link)),
  ];
}

function drawStanding({ holderName, memberNumber, class: category, memberSince, continuousSince, ...rest }) {
  const { status, organization } = rest;
  const invoices = addressOf('invoices.html', organization ? { organization: organization.id } : {});
  return [
    drawFacts([
      [say.holder, holderName],
      [say.number, memberNumber],
      category && [say.category, category.name],
      ...statusLines(status),
      [say.memberSince, dayInWords(memberSince)],
      continuousSince && [say.continuousSince, dayInWords(continuousSince)],
    ]),
    h('section', {}, h('h2', {}, say.why), drawReasons(status)),
    h('p', {}, h('a', { class: 'way', href: invoices }, say.invoices)),
  ];
}

/** The answer of any day, as the service computes it. */
function drawOnDay(id) {
  const answer = h('div');
  const form = {
    title: say.onDay,
    submitLabel: say.ask,
    fields: [ownField('day', say.day, { kind: 'DATE', required: true, help: say.onDayHelp })],
  };
  const { element } = drawForm(form, {
    async send({ day }) {
      const found = await affilia.memberships.get(id, eveningOf(day));
      const drawn = found
        ? [drawFacts(statusLines(found.status)), ...drawReasons(found.status)]
        : [say.notFound];
      replaceWith(answer, heading(3, say.wasOn(dayInWords(day))), ...drawn);
      return null;
    },
  });
  return h('section', { id: 'on-day' }, element, answer);
}
