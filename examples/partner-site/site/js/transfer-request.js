import { affilia, words } from './connect.js';
import { drawConfirmation } from './confirm-effect.js';
import { dayInWords } from './dates.js';
import { h, replaceWith } from './element.js';
import { drawFacts } from './facts.js';
import { drawAct, drawFolded, ownField } from './organization-parts.js';

const say = words.leaving;

/** Asking for a transfer: where to, into which class and when, then what it comes to. `done` is given what to say of it. */
export function drawTransferRequest({ membershipId, bodies, done }) {
  const place = h('div');
  const form = drawAct({
    title: say.askTransfer,
    submitLabel: say.goOn,
    level: 3,
    fields: [choiceOf('toAssociationId', say.toAssociation, bodies)],
    act: async ({ toAssociationId }) => ({
      ok: true,
      value: bodies.find(({ id }) => id === toAssociationId),
    }),
    async done(body) {
      const classes = await classesForPeople(body);
      const next =
        classes.length > 0
          ? drawDetails({ membershipId, body, classes, done })
          : [h('p', { tabindex: '-1' }, say.noClass(body.name))];
      replaceWith(place, ...next);
    },
  });
  return drawFolded(say.askTransfer, null, form, place);
}

function drawDetails({ membershipId, body, classes, done }) {
  const place = h('div');
  let asked;
  const form = drawAct({
    title: say.transferTo(body.name),
    submitLabel: say.show,
    level: 3,
    fields: [
      choiceOf('toClassId', say.category, classes),
      ownField('on', say.transferOn, { kind: 'DATE', required: true, help: say.transferOnHelp }),
    ],
    act(answers) {
      asked = { ...answers, membershipId, toAssociationId: body.id };
      place.replaceChildren();
      return affilia.memberships.previewTransfer(asked);
    },
    done: async ({ preview }) =>
      replaceWith(
        place,
        await drawConfirmation({
          title: say.confirmTransfer(body.name, dayInWords(preview.effectiveOn)),
          facts: factsOf(preview),
          preview,
          submitLabel: say.transferNow,
          act: async confirmed =>
            unlessOpen(await affilia.memberships.requestTransfer({ ...asked, ...confirmed })),
          done: ({ open = say.transferAsked }) => done(open),
        }),
      ),
  });
  return [form, place];
}

const factsOf = ({ paidUntil, carriesDesignation }) => [
  ...(paidUntil ? [drawFacts([[say.paidUntil, dayInWords(paidUntil)]])] : []),
  ...(carriesDesignation ? [h('p', {}, say.designation)] : []),
];

/** One waits already, as from another window: it is drawn, with the way to withdraw it. */
const unlessOpen = outcome =>
  !outcome.ok && outcome.problem.__typename === 'TransferOpen'
    ? { ok: true, value: { open: outcome.problem.message } }
    : outcome;

const choiceOf = (name, label, choices) =>
  ownField(name, label, {
    kind: 'CHOICE',
    required: true,
    options: choices.map(({ id, name: shown }) => ({ value: id, label: shown })),
  });

async function classesForPeople({ id }) {
  const classes = [];
  for await (const one of affilia.memberships.classes(id)) if (one.heldBy === 'PERSON') classes.push(one);
  return classes;
}
