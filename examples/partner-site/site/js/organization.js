import { addressOf, affilia, words } from './connect.js';
import { dayInWords } from './dates.js';
import { openDelegates } from './delegates.js';
import { drawForm } from './draw-form.js';
import { drawLink } from './draw-link.js';
import { drawMembership } from './draw-membership.js';
import { h } from './element.js';
import { openHandover } from './handover.js';
import { openJoining, openRequests } from './joining-panel.js';
import { drawFolded, openPanel, say } from './organization-parts.js';
import { openMembersPage } from './page.js';
import { refusalOf } from './refusal.js';

// Back to a page that the browser kept: others may have acted meanwhile.
addEventListener('pageshow', ({ persisted }) => persisted && location.reload());

await openMembersPage(async ({ viewer, realm }) => {
  const ids = [...new Set(viewer.delegations.map(({ organization }) => organization.id))];
  const asked = new URLSearchParams(location.search).get('organization');
  const id = asked ?? (ids.length === 1 ? ids[0] : null);
  if (id === null) return drawChoice(viewer.delegations);
  const organization = await affilia.organizations.get(id);
  return organization
    ? drawOrganization(organization, { viewer, association: realm.association })
    : drawChoice(viewer.delegations, say.notFound);
});

/** Nobody is left before an empty page: whose organizations these are, or that there is none. */
function drawChoice(delegations, message = null) {
  const organizations = new Map(delegations.map(({ organization }) => [organization.id, organization]));
  const link = ({ id, publicName }) =>
    h('li', {}, h('a', { href: addressOf('organization.html', { organization: id }) }, publicName));
  return [
    h('p', {}, message ?? (delegations.length > 0 ? say.choose : say.none)),
    delegations.length > 0 ? h('ul', {}, [...organizations.values()].map(link)) : toPage('profile.html'),
    toPage('join.html'),
  ];
}

function toPage(page, label = words.pages[page]) {
  return h('p', {}, h('a', { class: 'way', href: addressOf(page) }, label));
}

async function drawOrganization(organization, { viewer, association }) {
  const { id, publicName, membership } = organization;
  const [forms, withJoining, labels] = await Promise.all([
    affilia.organizations.forms(id),
    affilia.organizations.joining(id),
    affilia.associations.labels('DelegateRole'),
  ]);
  // The principal delegate's place is handed over, and neither given nor taken with the others.
  const roles = labels.filter(({ value }) => value !== 'PRINCIPAL');

  const settle = async (panel, text, fresh) => {
    const now = fresh ?? (await affilia.organizations.get(id));
    await drawAll(now);
    panel.tell(text);
  };
  const around = { organization, viewer, association, labels, roles, settle };
  const handover = openHandover(around);
  const panels = [openDelegates(around), handover, openRequests(around)];
  const drawAll = now => Promise.all(panels.map(panel => panel.draw(now)));
  const joining = openJoining(around);
  const sections = openSections(id);
  const profile = openProfile(organization);
  const coordinates = openCoordinates(id, profile);
  await Promise.all([
    drawAll(organization),
    joining.draw(withJoining),
    sections.draw(organization, forms),
    coordinates.draw(organization, forms),
  ]);

  const offered = organization.principalHandover?.viewerCanAccept;
  return [
    h('h2', {}, publicName),
    // Who is asked for an answer finds the question first.
    offered && handover.element,
    profile.element,
    coordinates.element,
    sections.element,
    ...panels.filter(panel => !(offered && panel === handover)).map(({ element }) => element),
    joining.element,
    h(
      'section',
      {},
      h('h2', {}, say.membership),
      membership ? h('ul', {}, drawMembership(membership)) : h('p', {}, words.profile.noMembership),
    ),
    paysFor(id, viewer) &&
      drawLink(addressOf('invoices.html', { organization: id }), words.membership.invoices),
    toPage('join.html', say.joinAnother),
  ];
}

function paysFor(id, { delegations }) {
  return delegations.some(
    ({ organization, role, suspended }) =>
      organization.id === id && !suspended && (role === 'PRINCIPAL' || role === 'DUES'),
  );
}

/** Whoever may not change it sees the same fields, each with the reason. */
function openProfile({ id: organizationId, profileForm }) {
  const form = drawForm(profileForm, {
    async send(answers) {
      const outcome = await affilia.organizations.updateProfile({ ...answers, organizationId });
      if (!outcome.ok) return refusalOf(outcome.problem);
      renew(outcome.value.organization);
      form.tell(words.saved);
      return null;
    },
  });
  let drawn = form.typed();
  const renew = now => {
    form.renew(now.profileForm);
    drawn = form.typed();
  };
  return {
    element: form.element,
    /** What was saved elsewhere on the page may stand here too; what somebody is typing stays. */
    refresh(now) {
      const typed = Object.entries(form.typed()).filter(([field, value]) => value !== drawn[field]);
      renew(now);
      form.fill(Object.fromEntries(typed));
    },
  };
}

/** Every stay, the past ones too; whoever may change them sees the form of the service. */
function openSections(organizationId) {
  const panel = openPanel('sections', say.sections, ({ viewerCan }, { sectionHistory, sectionsForm }) => [
    sectionHistory.length > 0 ? h('ul', {}, sectionHistory.map(drawStay)) : h('p', {}, say.noSections),
    viewerCan.setSections &&
      drawFolded(
        say.changeSections,
        null,
        drawRows(sectionsForm, panel, answers =>
          affilia.organizations.setSections({ ...answers, organizationId }),
        ),
      ),
  ]);
  return panel;
}

function drawStay({ section, from, to }) {
  const days = to ? say.between(dayInWords(from), dayInWords(to)) : say.since(dayInWords(from));
  return h('li', {}, `${section.name}, ${days}`);
}

/** The first further number or address becomes the main one where there is none, and moves to the profile. */
function openCoordinates(organizationId, profile) {
  const panel = openPanel(
    'coordinates',
    say.coordinates,
    ({ coordinates, viewerCan }, { coordinatesForm }) => [
      ...drawCoordinates(coordinates),
      viewerCan.updateProfile &&
        drawFolded(
          say.changeCoordinates,
          null,
          drawRows(coordinatesForm, panel, async answers => {
            const outcome = await affilia.organizations.setCoordinates({ ...answers, organizationId });
            if (outcome.ok) profile.refresh(outcome.value.organization);
            return outcome;
          }),
        ),
    ],
  );
  return panel;
}

/** A form of rows: what was saved may leave another row, so both the list and the form are read again. */
function drawRows(form, panel, act) {
  return drawForm(form, {
    level: 3,
    async send(answers) {
      const outcome = await act(answers);
      if (!outcome.ok) return refusalOf(outcome.problem);
      const { organization } = outcome.value;
      await panel.draw(organization, await affilia.organizations.forms(organization.id));
      panel.tell(words.saved);
      return null;
    },
  }).element;
}

function drawCoordinates({ addresses, phones, emails, websites }) {
  const rows = [
    ...addresses.map(({ kindLabel, address }) => [kindLabel, address.lines.join(', ')]),
    ...phones.map(({ kindLabel, formatted }) => [kindLabel, formatted]),
    ...emails.map(({ kindLabel, address }) => [kindLabel, address]),
    ...websites.map(({ kindLabel, url }) => [kindLabel, url]),
  ];
  if (rows.length === 0) return [h('p', {}, say.noCoordinates)];
  return [
    h(
      'dl',
      {},
      rows.flatMap(([label, text]) => [h('dt', {}, label), h('dd', {}, text)]),
    ),
  ];
}
