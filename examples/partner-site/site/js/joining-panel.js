import { addressOf, affilia, words } from './connect.js';
import { dayOf } from './dates.js';
import { rolesField } from './delegates.js';
import { h, heading } from './element.js';
import { drawAct, drawAsked, drawFolded, drawPages, openPanel, ownField, say } from './organization-parts.js';

/** Which ways to join the organization has turned on; for whoever manages its delegates. */
export function openJoining({ organization: { id: organizationId }, association }) {
  const panel = openPanel('joining', say.joining, ({ joining }, fresh = null) =>
    joining ? [drawWays(joining), ...drawDomains(joining), ...drawCode(joining, fresh)] : [],
  );
  const settle = async (text, organization, fresh) => {
    await panel.draw(organization, fresh);
    panel.tell(text);
  };

  const drawWays = ({ acceptsRequests, acceptsDomains, domains }) =>
    drawAct({
      title: say.joiningForm,
      submitLabel: say.keepWays,
      level: 3,
      fields: [
        tick('acceptsRequests', say.acceptsRequests, say.acceptsRequestsHelp, acceptsRequests),
        ...(domains.length > 0 || acceptsDomains
          ? [tick('acceptsDomains', say.acceptsDomains, say.acceptsDomainsHelp, acceptsDomains)]
          : []),
      ],
      act: answers => affilia.organizations.setJoining({ acceptsDomains: false, ...answers, organizationId }),
      done: ({ organization }) => settle(say.keptWays, organization),
    });

  const drawDomains = ({ domains }) => [
    heading(3, say.domains),
    domains.length > 0 ? h('ul', { class: 'entries' }, domains.map(drawDomain)) : h('p', {}, say.noDomains),
  ];
  const drawDomain = ({ domain, verifiedAt }) =>
    h(
      'li',
      {},
      h('p', {}, say.verifiedOn(domain, dayOf(verifiedAt, association))),
      drawAsked({
        label: say.endDomain,
        question: say.endDomainQuestion(domain),
        sure: say.endDomainNow,
        who: domain,
        act: () => affilia.organizations.endDomain({ organizationId, domain }),
        done: ({ organization }) => settle(say.endedDomain(domain), organization),
      }),
    );

  const rotate = {
    act: () => affilia.organizations.rotateCode({ organizationId }),
    done: ({ code, organization }) => settle(say.freshCode, organization, code),
  };
  const drawCode = ({ code }, fresh) => [
    heading(3, say.code),
    h('p', {}, say.codeExplained),
    ...(fresh ? drawFresh(fresh) : []),
    h('p', {}, code ? say.codeFacts(dayOf(code.expiresAt, association), code.uses) : say.noCode),
    code
      ? drawAsked({ label: say.rotate, question: say.rotateQuestion, sure: say.rotateNow, ...rotate })
      : drawAct({ title: say.makeCode, submitLabel: say.makeCode, ...rotate }),
    code &&
      drawAsked({
        label: say.turnOff,
        question: say.turnOffQuestion,
        sure: say.turnOffNow,
        act: () => affilia.organizations.turnOffCode({ organizationId }),
        done: ({ organization }) => settle(say.turnedOff, organization),
      }),
  ];

  return panel;
}

const tick = (name, label, help, ticked) =>
  ownField(name, label, { kind: 'CHECKBOX', help, value: ticked ? 'true' : null });

/** The code stands in the fragment of the address, where no server sees it. */
function drawFresh(code) {
  const link = `${addressOf('join.html')}#organization-code=${encodeURIComponent(code)}`;
  return [
    h('p', { class: 'notice' }, h('code', {}, code)),
    drawCopy(say.copyCode, code),
    h('p', {}, say.codeLink + words.colon, h('code', {}, link)),
    drawCopy(say.copyLink, link),
  ];
}

function drawCopy(label, text) {
  const told = h('span', { role: 'status' });
  const copy = () =>
    // Browsers have it on secure origins only, and may refuse it.
    Promise.resolve(navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'))).then(
      () => (told.textContent = say.copied),
      () => (told.textContent = say.notCopied),
    );
  return h('p', {}, h('button', { type: 'button', onclick: () => void copy() }, label), ' ', told);
}

/** Who asks to become a delegate, for whoever decides. */
export function openRequests({ organization: { id: organizationId }, association, roles, settle }) {
  const panel = openPanel('requests', say.requests, ({ viewerCan }) =>
    viewerCan.manageDelegates
      ? drawPages(
          affilia.organizations.joinRequests(organizationId, ['PENDING']),
          drawRequest,
          say.noRequests,
        )
      : [],
  );

  const drawRequest = ({ id: requestId, person, email, message, askedAt, expiresAt, viewerCanDecide }) => {
    const name = person.displayName;
    const decide = (decision, answers) =>
      affilia.organizations.decideJoinRequest({ ...answers, requestId, decision });
    return h(
      'li',
      {},
      heading(3, name),
      h('p', {}, say.askedBy(email, dayOf(askedAt, association), dayOf(expiresAt, association))),
      message && h('p', {}, say.message + words.colon + message),
      ...(viewerCanDecide
        ? [
            drawAct({
              title: say.approve,
              submitLabel: say.approve,
              fields: [rolesField(roles, { value: 'CONTACT' })],
              who: name,
              act: answers => decide('APPROVE', answers),
              done: () => settle(panel, say.approved(name)),
            }),
            drawFolded(
              say.refuse,
              name,
              drawAct({
                title: say.refuse,
                submitLabel: say.refuseNow,
                fields: [
                  ownField('reason', say.reason, { kind: 'LONG_TEXT', help: say.reasonHelp, maxLength: 500 }),
                ],
                who: name,
                act: answers => decide('REFUSE', answers),
                done: () => settle(panel, say.refused(name)),
              }),
            ),
          ]
        : []),
    );
  };

  return panel;
}
