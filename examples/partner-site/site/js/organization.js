import { addressOf, affilia, words } from './connect.js';
import { dayInWords, dayOf } from './dates.js';
import { drawForm } from './draw-form.js';
import { drawMembership } from './draw-membership.js';
import { h } from './element.js';
import { openMembersPage } from './page.js';
import { refusalOf } from './refusal.js';

const say = words.organization;

await openMembersPage(async ({ viewer, realm }) => {
  const ids = [...new Set(viewer.delegations.map(({ organization }) => organization.id))];
  const asked = new URLSearchParams(location.search).get('organization');
  const id = asked ?? (ids.length === 1 ? ids[0] : null);
  if (id === null) return drawChoice(viewer.delegations);
  const organization = await affilia.organizations.get(id);
  return organization
    ? drawOrganization(organization, realm.association)
    : drawChoice(viewer.delegations, say.notFound);
});

/** Nobody is left before an empty page: whose organizations these are, or that there is none. */
function drawChoice(delegations, message = null) {
  const link = ({ organization: { id, publicName } }) =>
    h('li', {}, h('a', { href: addressOf('organization.html', { organization: id }) }, publicName));
  return [
    h('p', {}, message ?? (delegations.length > 0 ? say.choose : say.none)),
    delegations.length > 0 ? h('ul', {}, delegations.map(link)) : toProfile(),
  ];
}

function toProfile() {
  return h('p', {}, h('a', { class: 'way', href: addressOf('profile.html') }, words.pages['profile.html']));
}

function drawOrganization(organization, association) {
  const { publicName, membership, sections, delegations } = organization;
  return [
    h('h2', {}, publicName),
    drawProfile(organization),
    drawSection(
      say.delegates,
      delegations.map(one => drawDelegate(one, association)),
      say.noDelegates,
    ),
    drawSection(say.sections, sections.map(drawStay), say.noSections),
    drawSection(say.membership, membership ? [drawMembership(membership)] : [], words.profile.noMembership),
  ];
}

/** Whoever may not change it sees the same fields, each with the reason. */
function drawProfile({ id: organizationId, profileForm }) {
  const form = drawForm(profileForm, {
    async send(answers) {
      const outcome = await affilia.organizations.updateProfile({ ...answers, organizationId });
      if (!outcome.ok) return refusalOf(outcome.problem);
      form.renew(outcome.value.organization.profileForm);
      form.tell(words.saved);
      return null;
    },
  });
  return form.element;
}

function drawDelegate({ person, roleLabel, from, suspended }, association) {
  const since = say.since(dayOf(from, association));
  return h('li', {}, `${person.displayName} – ${roleLabel}, ${since}`, suspended && ` (${words.suspended})`);
}

function drawStay({ section, from, to }) {
  const days = to ? say.between(dayInWords(from), dayInWords(to)) : say.since(dayInWords(from));
  return h('li', {}, `${section.name}, ${days}`);
}

function drawSection(title, items, none) {
  return h('section', {}, h('h2', {}, title), items.length > 0 ? h('ul', {}, items) : h('p', {}, none));
}
