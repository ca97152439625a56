import { judgePassword } from '@affilia/sdk/flows';
import { affilia, words } from './connect.js';
import { h } from './element.js';

/** The field in which a password is chosen, and not the one in which it is typed again. */
const isChosenIn = ({ kind, autocomplete, repeats }) =>
  kind === 'PASSWORD' && autocomplete === 'new-password' && !repeats;

/** The rules come with the page, or by what the page has in hand. */
const rulesFor = asked =>
  'rules' in asked ? Promise.resolve(asked) : affilia.accounts.passwordPolicy(asked);

/** What a form adds to such a field: each rule of the service, and whether what is typed keeps it so far. */
export function drawPasswordRules(field, asked = {}) {
  if (!isChosenIn(field)) return [];
  const list = h('ul', { class: 'rules' });
  const told = h('p', { class: 'help', role: 'status' });
  const place = h('div', { hidden: true }, list, told);
  rulesFor(asked)
    .then(policy => follow(place, policy, { list, told }))
    // The rules stand in the help of the field, and the service judges in any case.
    .catch(() => place.remove());
  return [place];
}

function follow(place, policy, { list, told }) {
  const group = place.parentElement;
  const input = group?.querySelector('input');
  if (!input) return;
  const show = () => {
    const judged = judgePassword(policy, input.value);
    const missing = judged.filter(({ met }) => met === false).length;
    list.replaceChildren(...judged.map(drawRule));
    // Said once the person has begun, and only when it changes.
    const text = input.value === '' ? '' : words.rules.missing(missing);
    if (told.textContent !== text) told.textContent = text;
  };
  group.addEventListener('input', show);
  group.closest('form')?.addEventListener('reset', () => setTimeout(show));
  group.querySelector(':scope > .help')?.classList.add('unseen');
  show();
  place.hidden = false;
}

function drawRule({ label, met }) {
  const state = met === null ? 'later' : met ? 'met' : 'unmet';
  return h('li', { class: state }, label, h('span', { class: 'unseen' }, words.rules[state]));
}
