import { addressOf, affilia, words } from './connect.js';
import { drawEmailState } from './email-state.js';
import { drawForm } from './draw-form.js';
import { drawMembership } from './draw-membership.js';
import { greet } from './frame.js';
import { h } from './element.js';
import { openMembersPage } from './page.js';
import { refusalOf } from './refusal.js';
import { drawWays } from './ways.js';

const say = words.profile;

await openMembersPage(({ viewer }) => [
  drawEmailState(viewer.account),
  ...viewer.persons.map(person => drawPerson(person, viewer)),
  drawSection(say.security, [
    h('p', {}, h('a', { class: 'way', href: addressOf('security.html#password') }, say.changePassword)),
    h('p', {}, h('a', { class: 'way', href: addressOf('security.html#email') }, say.changeEmail)),
  ]),
  drawSection(say.organizations, drawList(viewer.delegations.map(drawDelegation), say.noOrganization)),
  drawSection(say.memberships, drawList(viewer.memberships.map(drawMembership), say.noMembership)),
]);

/** A joint account has two persons, each with a form. */
function drawPerson(person, viewer) {
  const form = drawForm(person.profileForm, {
    async send(answers) {
      const outcome = await affilia.people.updateProfile({ ...answers, personId: person.id });
      if (!outcome.ok) return refusalOf(outcome.problem);
      form.renew(outcome.value.person.profileForm);
      Object.assign(person, outcome.value.person);
      greet(viewer);
      form.tell(h('p', {}, words.saved), ...drawWays([outcome.value.next]));
      return null;
    },
  });
  return form.element;
}

function drawDelegation({ organization, roleLabel, suspended }) {
  const href = addressOf('organization.html', { organization: organization.id });
  return h(
    'li',
    {},
    h('a', { href }, organization.publicName),
    ` – ${roleLabel}`,
    suspended && ` (${words.suspended})`,
  );
}

function drawSection(title, content) {
  return h('section', {}, h('h2', {}, title), content);
}

function drawList(items, none) {
  return items.length > 0 ? h('ul', {}, items) : h('p', {}, none);
}
