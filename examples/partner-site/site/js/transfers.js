import { addressOf, affilia, words } from './connect.js';
import { dayInWords, dayOf } from './dates.js';
import { drawLink } from './draw-link.js';
import { h } from './element.js';
import { drawFacts } from './facts.js';
import { labelsOf } from './labels.js';
import { drawAsked, drawPages, openPanel } from './organization-parts.js';
import { drawTransferRequest } from './transfer-request.js';

const say = words.leaving;

/** The transfers of a membership, taking one back that waits, and asking for one; `settle` as in resignation.js. */
export function openTransfers(settle) {
  const panel = openPanel('transfers', say.transfers, async membership => {
    const { id, association, organization, viewerCan } = membership;
    // Those of organizations pass to no other body.
    if (organization) return [];
    const [askers, standings] = await labelsOf('TransferAsker', 'TransferStanding');
    const bodies = await bodiesOfTree();
    const around = { membershipId: id, askers, standings, bodies };
    const transfers = await drawPages(affilia.memberships.transfers(id), transfer =>
      drawTransfer(transfer, around),
    );
    const others = viewerCan.requestTransfer ? bodies.filter(body => body.id !== association.id) : [];
    if (transfers.length === 0 && others.length === 0) return [];
    return [
      ...(transfers.length > 0 ? transfers : [h('p', {}, say.noTransfer)]),
      others.length > 0 &&
        drawTransferRequest({ membershipId: id, bodies: others, done: text => settle(panel, text) }),
    ];
  });

  function drawTransfer(transfer, { membershipId, askers, standings, bodies }) {
    const { from, to, stateLabel, toClass, standing, standingNote, reason, newMembership, viewerCan } =
      transfer;
    const waits = transfer.state === 'PENDING';
    // Its days are those of the body that receives.
    const zone = bodies.find(({ id }) => id === to.id);
    const isNew = transfer.membershipId !== membershipId;
    const said = standing ? standings.get(standing) : waits && transfer.needsStanding && say.standingNeeded;
    return h(
      'li',
      {},
      h('h3', { tabindex: '-1' }, isNew ? say.transferFrom(from.name) : say.transferTo(to.name)),
      drawFacts([
        [say.state, stateLabel],
        [say.category, toClass.name],
        [say.firstDay, dayInWords(transfer.effectiveOn ?? transfer.wantedOn)],
        [say.askedBy, askers.get(transfer.askedBy)],
        waits && zone && [say.answerBy, dayOf(transfer.answerBy, zone)],
        said && [say.standing, said],
        standingNote && [say.outstanding, standingNote],
        reason && [say.refusedBecause, reason],
      ]),
      viewerCan.withdraw &&
        drawAsked({
          label: say.withdraw,
          question: say.withdrawQuestion,
          sure: say.withdrawNow,
          who: to.name,
          act: async () =>
            unlessOver(await affilia.memberships.withdrawTransfer({ transferId: transfer.id })),
          done: ({ over = say.withdrawn }) => settle(panel, over),
        }),
      newMembership &&
        !isNew &&
        drawLink(addressOf('membership.html', { membership: newMembership.id }), say.seeNew),
    );
  }

  return panel;
}

/** Somebody was faster: what became of it is said, and drawn. */
const unlessOver = outcome =>
  !outcome.ok && outcome.problem.__typename === 'TransferOver'
    ? { ok: true, value: { over: outcome.problem.message } }
    : outcome;

/** The bodies of the tree that the site's association stands in. */
async function bodiesOfTree() {
  const bodies = [];
  for await (const body of affilia.associations.list()) bodies.push(body);
  return bodies;
}
