import { addressOf, affilia, words } from './connect.js';
import { dayOf } from './dates.js';
import { h, heading } from './element.js';
import { forgetSecret, heldSecret, reloadForNewSecret } from './held-secret.js';
import {
  drawAct,
  drawAsked,
  drawFolded,
  drawPages,
  openPanel,
  ownField,
  say as shared,
} from './organization-parts.js';
import { openMembersPage } from './page.js';

const say = shared.join;
const SECRET = 'organization-code';

// Before anybody is sent to sign in: the code is kept until they are back.
const held = heldSecret(SECRET);
reloadForNewSecret(SECRET);
// Back to a page that the browser kept: a request may have been decided meanwhile.
addEventListener('pageshow', ({ persisted }) => persisted && location.reload());

/** Two people may share an account: they say which of them joins. */
const whoField = ({ persons }) =>
  persons.length > 1
    ? [
        ownField('personId', say.who, {
          kind: 'CHOICE',
          required: true,
          options: persons.map(({ id, displayName }) => ({ value: id, label: displayName })),
        }),
      ]
    : [];

const joined = ({ organization }) => {
  forgetSecret();
  location.replace(addressOf('organization.html', { organization: organization.id, notice: 'joined' }));
};

const drawByCode = viewer =>
  h(
    'section',
    { id: 'code' },
    drawAct({
      title: say.byCode,
      submitLabel: say.useCode,
      level: 2,
      fields: [
        ownField('organizationCode', say.code, {
          kind: 'CODE',
          required: true,
          help: say.codeHelp,
          maxLength: 100,
          autocomplete: 'off',
          value: held?.secret ?? null,
        }),
        ...whoField(viewer),
      ],
      act: answers => affilia.organizations.join(answers),
      done: joined,
    }),
  );

/** What the person has asked for, and what became of it. */
function openOwn(association) {
  const panel = openPanel('requests', say.own, () =>
    drawPages(affilia.organizations.myJoinRequests(), drawRequest, say.noneOwn),
  );
  const drawRequest = request => {
    const { id: requestId, organizationName, state, stateLabel, reason, viewerCanWithdraw } = request;
    return h(
      'li',
      {},
      heading(3, organizationName),
      h('p', {}, say.askedOn(dayOf(request.askedAt, association)) + words.colon + stateLabel),
      state === 'PENDING' && h('p', {}, say.answerBy(dayOf(request.expiresAt, association))),
      reason && h('p', {}, say.reason(reason)),
      viewerCanWithdraw &&
        drawAsked({
          label: say.withdraw,
          question: say.withdrawQuestion,
          sure: say.withdrawNow,
          who: organizationName,
          act: () => affilia.organizations.withdrawJoinRequest({ requestId }),
          async done() {
            await panel.draw();
            panel.tell(say.withdrawn(organizationName));
          },
        }),
    );
  };
  return panel;
}

/** What can be joined without a code; `settle` says that something has been asked for. */
function openFound(viewer, { id: associationId }, settle) {
  const status = h('p', { role: 'status' });
  const results = h('div');
  const find = async start => {
    const list = affilia.organizations.joinable({ associationId, ...(start && { search: start }) });
    const page = async wanted => {
      const found = await list.page(wanted);
      status.textContent = say.count(found.totalCount);
      return found;
    };
    results.replaceChildren(...(await drawPages({ page }, drawOrganization)));
  };
  const search = drawAct({
    title: say.found,
    submitLabel: say.searchNow,
    fields: [ownField('search', say.search, { maxLength: 100 })],
    act: async answers => ({ ok: true, value: await find(answers.search) }),
    done: () => undefined,
  });
  const panel = openPanel('found', say.found, async () => {
    await find(null);
    return [h('p', {}, say.foundExplained), search, status, results];
  });

  const drawOrganization = ({ id: organizationId, name, ways }) =>
    h(
      'li',
      {},
      heading(3, name),
      ways.includes('EMAIL_DOMAIN') &&
        drawAct({
          title: say.byAddress,
          submitLabel: say.byAddress,
          fields: whoField(viewer),
          who: name,
          act: answers => affilia.organizations.join({ ...answers, organizationId }),
          done: joined,
        }),
      ways.includes('REQUEST') && drawAsking(organizationId, name),
    );

  const drawAsking = (organizationId, name) => {
    const form = drawAct({
      title: say.ask,
      submitLabel: say.askNow,
      fields: [ownField('message', say.message, { kind: 'LONG_TEXT', maxLength: 500 }), ...whoField(viewer)],
      who: name,
      act: answers => affilia.organizations.requestToJoin({ ...answers, organizationId }),
      async done() {
        form.reset();
        fold.open = false;
        await settle(say.asked(name));
      },
    });
    const fold = drawFolded(say.ask, name, form);
    return fold;
  };

  return panel;
}

await openMembersPage(async ({ viewer, realm: { association } }) => {
  if (viewer.persons.length === 0) return [h('p', {}, say.noPerson)];
  const own = openOwn(association);
  const found = openFound(viewer, association, async said => {
    await own.draw();
    own.tell(said);
  });
  await Promise.all([own.draw(), found.draw()]);
  return [drawByCode(viewer), found.element, own.element];
});
