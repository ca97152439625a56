import { randomUUID } from 'node:crypto';
import { invitationStateLabels } from '@affilia/sdk/labels';
import { drawHidden, drawInput, drawSelect } from '../fields.mjs';
import { html } from '../html.mjs';
import { drawInvitation } from '../invitation.mjs';
import { drawFilter, drawList, pageOf, searchOf } from '../lists.mjs';
import { drawOutcome, drawRefusal } from '../refusal.mjs';
import { openForBody } from '../staff.mjs';

/** @typedef {import('@affilia/sdk/invitations').Invitation} Invitation */
/** @typedef {keyof typeof invitationStateLabels} State */
/** @typedef {{ act: 'resent' | 'revoked', email: string } | { refused: string }} ActOutcome */

const STATES = /** @type {State[]} */ (Object.keys(invitationStateLabels));

/** @type {import('../visit.mjs').Page} */
export const invitations = {
  async get(visit) {
    const { words, address, locale } = visit;
    const { portal, body } = await openForBody(visit);
    const search = searchOf(address);
    const state = STATES.find(one => one === address.searchParams.get('state')) ?? null;
    const filter = { associationId: body.id, search, ...(state && { states: [state] }) };
    const found = await portal.invitations.list(filter).page(pageOf(address));
    const language = locale === 'fr-CA' ? 'fr' : 'en';

    return {
      title: words.pages.invitations,
      content: html`
        ${drawTold(visit)}
        <p><a class="way" href="${visit.linkTo('invitation-runs')}">${words.runs.way}</a></p>
        ${drawFilter(visit, [
          drawSelect({
            name: 'state',
            label: words.invitations.state,
            value: state,
            options: [
              { value: '', label: words.invitations.anyState },
              ...STATES.map(value => ({ value, label: invitationStateLabels[value][language] })),
            ],
          }),
          drawInput({
            name: 'search',
            label: words.invitations.search,
            value: search ?? '',
            type: 'search',
            maxlength: 100,
          }),
        ])}
        ${drawList(visit, found, {
          count: words.invitations.count,
          parameters: { state, search },
          draw: invitation =>
            html`${drawInvitation(visit, invitation, body.timeZone)} ${drawActs(visit, invitation)}`,
        })}
      `,
    };
  },
};

/** @param {import('../visit.mjs').Visit} visit */
function drawTold({ person, address, words }) {
  const told = /** @type {ActOutcome | null} */ (person?.toldAs(address.searchParams.get('outcome')) ?? null);
  if (!told) return null;
  return 'refused' in told
    ? drawRefusal({ message: told.refused })
    : drawOutcome(words.invitations[told.act](told.email));
}

/** What may still be done. The portal decides; a list that stood open for an hour may offer too much. @param {import('../visit.mjs').Visit} visit @param {Invitation} invitation */
function drawActs(visit, { id, email, state, organization, invitee, roles, targetKind }) {
  const { words, linkTo } = visit;
  if (state === 'PENDING' || state === 'EXPIRED')
    return html`<div class="acts">
      ${drawAct(visit, 'resend', id, words.invitations.resend(email))}
      ${drawAct(visit, 'revoke', id, words.invitations.revoke(email))}
    </div>`;
  // A membership's invitation names its membership nowhere: it starts from the list of members.
  if (state === 'ACCEPTED' || targetKind === 'MEMBERSHIP' || targetKind === 'STAFF_ROLE') return null;
  const again = linkTo('invite', { organization: organization?.id, person: invitee.id, role: roles, email });
  return html`<p><a class="way" href="${again}">${words.invitations.again(invitee.displayName)}</a></p>`;
}

/**
 * A button that comes back to this page of the list. Its key makes two clicks one act.
 *
 * @param {import('../visit.mjs').Visit} visit
 * @param {'resend' | 'revoke'} act
 * @param {string} invitation
 * @param {import('../html.mjs').Markup} label
 */
const drawAct = ({ address, browser }, act, invitation, label) =>
  html`<form method="post" action="${`${address.pathname.replace(/\/$/, '')}/${act}${address.search}`}">
    ${drawHidden({ token: browser.formToken, invitation, key: randomUUID() })}
    <button>${label}</button>
  </form>`;
