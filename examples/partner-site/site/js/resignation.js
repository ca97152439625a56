import { affilia, words } from './connect.js';
import { drawConfirmation } from './confirm-effect.js';
import { dayInWords } from './dates.js';
import { h, replaceWith } from './element.js';
import { drawFacts } from './facts.js';
import { drawAct, drawFolded, openPanel, ownField } from './organization-parts.js';

const say = words.leaving;
const LONGEST_REASON = 500;

/** Resigning on a day, and taking that back before the day has come; `settle` draws the page again and says what was done. */
export function openResignation(settle) {
  const panel = openPanel('resignation', say.resignation, ({ id, viewerCan }) => {
    if (viewerCan.withdrawResignation) return drawTakingBack(id);
    return viewerCan.resign ? [drawResigning(id)] : [];
  });

  function drawResigning(membershipId) {
    const place = h('div');
    let asked;
    const form = drawAct({
      title: say.resign,
      submitLabel: say.show,
      level: 3,
      fields: [
        ownField('on', say.resignOn, { kind: 'DATE', required: true, help: say.resignOnHelp }),
        ownField('reason', say.reason, { required: true, maxLength: LONGEST_REASON }),
      ],
      async act(answers) {
        asked = answers;
        place.replaceChildren();
        const { on } = answers;
        const outcome = await affilia.memberships.previewChange({ membershipId, kind: 'RESIGNATION', on });
        // A day can be the wrong one too: that is for its message to say.
        return isOvertaken(outcome) && !(await mayResign(membershipId)) ? OVERTAKEN : outcome;
      },
      async done({ preview, overtaken }) {
        if (overtaken) return settle(panel, say.changed);
        return replaceWith(
          place,
          await drawConfirmation({
            title: say.confirmResignation(dayInWords(preview.effectiveOn)),
            facts: [drawFacts([[say.statusAfter, preview.statusAfter.label]])],
            preview,
            submitLabel: say.resignNow,
            act: async confirmed =>
              unlessOvertaken(await affilia.memberships.resign({ ...asked, membershipId, ...confirmed })),
            done: ({ overtaken }) => settle(panel, overtaken ? say.changed : say.resigned),
          }),
        );
      },
    });
    return drawFolded(say.resign, null, form, place);
  }

  async function drawTakingBack(membershipId) {
    const kind = 'RESIGNATION_WITHDRAWN';
    const outcome = await affilia.memberships.previewChange({ membershipId, kind });
    // Meanwhile its day came, or somebody else took it back.
    if (!outcome.ok) return [h('p', {}, outcome.problem.message)];
    const { preview } = outcome.value;
    const confirmation = await drawConfirmation({
      title: say.takeBack,
      preview,
      submitLabel: say.takeBackNow,
      act: async confirmed =>
        unlessOvertaken(await affilia.memberships.withdrawResignation({ membershipId, ...confirmed })),
      done: ({ overtaken }) => settle(panel, overtaken ? say.changed : say.takenBack),
    });
    return [
      h('p', {}, say.endsOn(dayInWords(preview.effectiveOn))),
      drawFolded(say.takeBack, null, confirmation),
    ];
  }

  return panel;
}

/** Done from another window meanwhile: how things stand now is drawn, since the advice of the refusal is for before. */
const OVERTAKEN = { ok: true, value: { overtaken: true } };
const isOvertaken = ({ ok, problem }) => !ok && problem.__typename === 'MembershipChangeNotPossible';
const unlessOvertaken = outcome => (isOvertaken(outcome) ? OVERTAKEN : outcome);

const mayResign = async id => Boolean((await affilia.memberships.get(id))?.viewerCan.resign);
