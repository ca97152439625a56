import { addressOf, affilia, words } from './connect.js';
import { dayInWords, eveningOf } from './dates.js';
import { drawForm } from './draw-form.js';
import { drawReasons, statusLines } from './draw-membership.js';
import { h, heading, replaceWith } from './element.js';
import { drawFacts } from './facts.js';
import { drawHistory } from './membership-history.js';
import { ownField } from './organization-parts.js';
import { openMembersPage } from './page.js';

const say = words.membership;

await openMembersPage(async ({ viewer }) => {
  const asked = new URLSearchParams(location.search).get('membership');
  const [only, ...others] = viewer.memberships;
  const id = asked ?? (others.length === 0 ? only?.id : null) ?? null;
  const membership = id && (await affilia.memberships.get(id));
  if (!membership) return drawChoice(viewer.memberships, asked === null ? null : say.notFound);
  return [
    h('h2', {}, membership.association.name),
    ...drawStanding(membership),
    ...(await drawHistory(membership)),
    drawOnDay(id),
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
