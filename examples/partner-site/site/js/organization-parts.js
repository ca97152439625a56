import { locale, words } from './connect.js';
import { drawForm } from './draw-form.js';
import { h, heading } from './element.js';
import { organizationEn } from './organization-words.en.js';
import { organizationFr } from './organization-words.fr.js';
import { refusalOf } from './refusal.js';

/** What the pages of organizations say by themselves. */
export const say = locale === 'fr-CA' ? organizationFr : organizationEn;

/** A field in the shape of those of the service, for what it has no form for. */
export const ownField = (name, label, facts = {}) => ({
  path: ['input', name],
  label,
  help: null,
  kind: 'TEXT',
  required: false,
  autocomplete: null,
  maxLength: null,
  options: [],
  value: null,
  readOnlyReason: null,
  repeats: null,
  ...facts,
});

/** A part of a page that is drawn again once something has changed; `tell` says what, and takes the person there. */
export function openPanel(id, title, draw) {
  const head = heading(2, title);
  const told = h('p', { role: 'status', class: 'status' });
  const body = h('div');
  const element = h('section', { id }, head, told, body);
  return {
    element,
    /** Hidden where there is nothing to show. */
    async draw(...facts) {
      const nodes = (await draw(...facts)).flat().filter(Boolean);
      body.replaceChildren(...nodes);
      element.hidden = nodes.length === 0;
    },
    tell(text) {
      told.textContent = text;
      element.hidden = false;
      head.focus();
    },
  };
}

/**
 * A form whose answers `act` sends, for the outcome that `done` goes on with. `level` null: `who` it is about stands
 * beside it, and is said with the button to those who do not see that.
 */
export function drawAct({ title, submitLabel, fields = [], level = null, who, act, done }) {
  const { element } = drawForm(
    { title, submitLabel, fields },
    {
      level,
      async send(answers) {
        const outcome = await act(answers);
        if (!outcome.ok) return refusalOf(outcome.problem);
        await done(outcome.value);
        return null;
      },
    },
  );
  if (who) element.querySelector('button[type=submit]').append(unseen(who));
  return element;
}

/** What is opened first: a form that most people do not need now, or one that asks before it acts. */
export const drawFolded = (label, who, ...nodes) =>
  h('details', {}, h('summary', {}, label, who && unseen(who)), nodes);

/** An act that asks first. */
export const drawAsked = ({ label, question, sure, who, act, done }) =>
  drawFolded(label, who, h('p', {}, question), drawAct({ title: label, submitLabel: sure, who, act, done }));

const unseen = who => h('span', { class: 'unseen' }, words.colon + who);

const SHOWN = 20;

/** The first of a list, and the rest on demand. `none` is said of an empty one, unless that is said elsewhere. */
export async function drawPages(list, drawItem, none = null) {
  const items = h('ul', { class: 'entries' });
  const append = async after => {
    const { nodes, pageInfo, totalCount } = await list.page({ first: SHOWN, after });
    if (totalCount === 0) return none === null ? [] : [h('p', {}, none)];
    const drawn = nodes.map(drawItem);
    items.append(...drawn);
    if (!pageInfo.hasNextPage) return [items];
    const more = drawAct({
      title: say.more,
      submitLabel: say.more,
      act: async () => ({ ok: true, value: await append(pageInfo.endCursor) }),
      done([, further]) {
        const last = drawn.at(-1);
        more.replaceWith(...[further].filter(Boolean));
        last.nextElementSibling?.querySelector('[tabindex="-1"]')?.focus();
      },
    });
    return [items, more];
  };
  return append(null);
}
