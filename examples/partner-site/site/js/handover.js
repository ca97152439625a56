import { addressOf, affilia } from './connect.js';
import { dayOf } from './dates.js';
import { peopleOf, rolesField } from './delegates.js';
import { h } from './element.js';
import { drawAct, drawAsked, openPanel, ownField, say } from './organization-parts.js';

/** How the place of principal delegate passes: the offer that stands, what either may do about it, and a new one. */
export function openHandover({ viewer, association, roles, settle }) {
  const own = new Set(viewer.persons.map(({ id }) => id));

  const panel = openPanel('handover', say.handover, organization => {
    const { principalHandover: offer, viewerCan } = organization;
    if (offer) return drawStanding(offer, organization);
    return viewerCan.handOver ? [drawOffer(organization)] : [];
  });

  function drawStanding(offer, { id: organizationId, viewerCan }) {
    const { id: handoverId, from, to, acceptedAt, expiresAt, viewerCanAccept } = offer;
    const text = acceptedAt ? say.handoverAccepted : say.handoverOffered;
    const isTheirs = own.has(to.id);
    return [
      h('p', {}, text(from.displayName, to.displayName, dayOf(expiresAt, association))),
      viewerCanAccept &&
        drawAct({
          title: say.accept,
          submitLabel: say.accept,
          act: () => affilia.organizations.acceptHandover({ handoverId }),
          // Another person speaks for the organization: all of the page is another one.
          done: ({ awaitingApproval }) =>
            location.replace(
              addressOf('organization.html', {
                organization: organizationId,
                notice: awaitingApproval ? 'handover-waits' : 'principal-now',
              }),
            ),
        }),
      isTheirs && drawEnd(handoverId, say.decline, say.declineQuestion, say.declineNow, say.declined),
      viewerCan.handOver &&
        drawEnd(handoverId, say.withdraw, say.withdrawQuestion, say.withdrawNow, say.withdrawn),
    ];
  }

  const drawEnd = (handoverId, label, question, sure, said) =>
    drawAsked({
      label,
      question,
      sure,
      act: () => affilia.organizations.cancelHandover({ handoverId }),
      done: ({ organization }) => settle(panel, said, organization),
    });

  function drawOffer(organization) {
    const people = peopleOf(organization);
    const isPrincipal = ({ delegations }) => delegations.some(({ role }) => role === 'PRINCIPAL');
    const mine = people.find(isPrincipal)?.delegations.map(({ role }) => role) ?? [];
    const others = people.filter(
      one => !isPrincipal(one) && !one.delegations.some(({ suspended }) => suspended),
    );
    if (others.length === 0) return h('p', {}, say.nobodyToFollow);
    return drawAct({
      title: say.offer,
      submitLabel: say.offerNow,
      level: 3,
      fields: [
        ownField('toPersonId', say.offerTo, {
          kind: 'CHOICE',
          required: true,
          options: others.map(({ person }) => ({ value: person.id, label: person.displayName })),
        }),
        rolesField(roles, {
          path: ['input', 'remainingRoles'],
          label: say.stay,
          help: say.stayHelp,
          required: false,
          value: mine.join(','),
        }),
      ],
      act: answers => affilia.organizations.offerHandover({ ...answers, organizationId: organization.id }),
      done: ({ organization: fresh }) =>
        settle(panel, say.offered(fresh.principalHandover.to.displayName), fresh),
    });
  }

  return panel;
}
