import { delegateRoleLabels, labelOf, localeLabels } from '@affilia/sdk/labels';
import { drawHidden, drawInput, drawTextArea, drawTicks } from './fields.mjs';
import { html } from './html.mjs';
import { isOneOnFile } from './invite-target.mjs';
import { drawFacts } from './lists.mjs';
import { drawRefusal, faultsOf } from './refusal.mjs';

/**
 * What stands in the form. `key` is the one of this intent: whoever sends the form twice invites once.
 *
 * @typedef {{ people: string, roles: readonly string[], locale: string, key: string }} Answers
 * @typedef {{ message: string, corrections: readonly import('./refusal.mjs').Correction[] }} Refused
 */

/** @param {Readonly<Record<string, import('@affilia/sdk/labels').Label>>} labels @param {string} locale */
const optionsOf = (labels, locale) =>
  Object.keys(labels).map(value => ({
    value,
    label: labelOf(labels, value, locale === 'fr-CA' ? 'fr-CA' : 'en-CA'),
  }));

/**
 * The form to invite people, for what they are invited to.
 *
 * @param {import('./visit.mjs').Visit} visit
 * @param {import('./invite-target.mjs').Target} target
 * @param {Answers} answers
 * @param {Refused | null} refused
 */
export function drawInviteForm({ words, locale, address, browser, linkTo }, target, answers, refused) {
  const { organization } = target;
  const { corrections = [] } = refused ?? {};
  const labels = words.invite.labels;
  const faults = (/** @type {string} */ field) => faultsOf(corrections, field);
  const one = isOneOnFile(target);
  return html`
    ${refused && drawRefusal({ ...refused, labels: { ...labels, people: one ? labels.address : labels.people } })}
    ${drawTarget(words, target)}
    <form method="post" action="${address.pathname + address.search}" novalidate>
      ${drawHidden({ token: browser.formToken, key: answers.key })}
      ${
        one
          ? drawInput({
              name: 'people',
              label: labels.address,
              type: 'email',
              value: answers.people,
              required: true,
              faults: faults('people'),
            })
          : drawTextArea({
              name: 'people',
              label: labels.people,
              help: words.invite.peopleHelp,
              value: answers.people,
              required: true,
              faults: faults('people'),
            })
      }
      ${
        organization &&
        drawTicks({
          type: 'checkbox',
          name: 'roles',
          label: labels.roles,
          required: true,
          options: optionsOf(delegateRoleLabels, locale),
          chosen: answers.roles,
          faults: faults('roles'),
        })
      }
      ${drawTicks({
        type: 'radio',
        name: 'locale',
        label: labels.locale,
        required: true,
        options: optionsOf({ FR_CA: localeLabels.FR_CA, EN_CA: localeLabels.EN_CA }, locale),
        chosen: [answers.locale],
        faults: faults('locale'),
      })}
      <p><button class="main">${words.invite.submit}</button></p>
    </form>
    ${
      !one &&
      !organization &&
      html`<h2>${words.invite.otherwise}</h2>
        <ul class="plain">
          <li><a href="${linkTo('organizations')}">${words.invite.aDelegate}</a></li>
          <li><a href="${linkTo('members')}">${words.invite.aMember}</a></li>
        </ul>`
    }
  `;
}

/** @param {import('./visit.mjs').Words} words @param {import('./invite-target.mjs').Target} target */
function drawTarget(words, { organization, membership, person }) {
  if (!organization && !membership && !person) return html`<p>${words.invite.toRecord}</p>`;
  const { facts } = words.invite;
  const delegates = organization?.delegations.map(
    ({ person: { displayName }, roleLabel }) => html`<li>${displayName} – ${roleLabel}</li>`,
  );
  return drawFacts([
    [facts.person, person?.displayName ?? membership?.holderName],
    [facts.membership, membership && `${membership.class?.name ?? ''} ${membership.memberNumber}`.trim()],
    [facts.organization, organization?.publicName],
    [
      facts.delegates,
      delegates &&
        (delegates.length > 0
          ? html`<ul class="plain">
              ${delegates}
            </ul>`
          : words.invite.noDelegates),
    ],
  ]);
}
