import { toPublicId } from '../../../kernel/id.ts';
import type { Locale } from '../../../kernel/locale.ts';
import type { Wording } from '../../../platform/wording/wording.ts';
import { deviceInWords } from '../../accounts/index.ts';
import { inLanguage } from '../../associations/index.ts';
import { ADDRESSES } from '../addresses.ts';
import type { Look, Page } from './draw-page.ts';
import { html, type Html } from './html.ts';
import type { Belongings } from './read-belongings.ts';

/** The page for whoever is not signed in in this browser: they come by the site of their association. */
export const wayInPage = ({ wording }: Look): Page => ({
  title: wording.of('signOn.account.title'),
  content: html`<p>${wording.of('signOn.account.signedOut')}</p>`,
});

/** Everything of one person, in every tree. No site is shown this. */
export function accountPage({ wording, addressIn }: Look, belongings: Belongings, proof: string): Page {
  const { username, addresses, memberships, delegations, staff, sessions } = belongings;
  const named = ({ nameFr, nameEn }: { readonly nameFr: string; readonly nameEn: string }): string =>
    inLanguage(wording.locale, nameFr, nameEn);
  const part = (name: string, items: readonly Html[]): Html =>
    html`<section aria-labelledby="${name}">
      <h2 id="${name}">${wording.of(`signOn.account.${name}`)}</h2>
      ${
        items.length === 0
          ? html`<p>${wording.of('signOn.account.none')}</p>`
          : html`<ul>
              ${items.map(item => html`<li>${item}</li>`)}
            </ul>`
      }
    </section>`;

  return {
    title: wording.of('signOn.account.title'),
    content: html`<p>${wording.of('signOn.account.said')}</p>
      ${part('identifiers', [
        ...(username === null ? [] : [html`${username}`]),
        ...addresses.map(({ address, verified }) =>
          verified ? html`${address}` : html`${wording.of('signOn.account.unverified', { address })}`,
        ),
      ])}
      ${part(
        'memberships',
        memberships.map(
          membership =>
            html`${named(membership)}: ${membership.memberNumber},
            ${wording.of(`MembershipStatusCode.${membership.status}`)}`,
        ),
      )}
      ${part(
        'delegations',
        delegations.map(
          delegation => html`${named(delegation)}: ${wording.of(`DelegateRole.${delegation.role}`)}`,
        ),
      )}
      ${
        staff.length > 0 &&
        part(
          'staff',
          staff.map(role => html`${named(role)}: ${wording.of(`StaffRole.${role.role}`)}`),
        )
      }
      ${part(
        'sessions',
        sessions.map(session => drawSession(wording, session, { action: addressIn(wording.locale), proof })),
      )}
      <form method="get" action="${ADDRESSES.endSession}">
        <p><button type="submit">${wording.of('signOn.signOut.submit')}</button></p>
      </form>`,
  };
}

/** Each can be ended from here, in one click and without a script. */
function drawSession(
  wording: Wording,
  { id, site, userAgent, startedAt, lastUsedAt }: Belongings['sessions'][number],
  { action, proof }: { readonly action: string; readonly proof: string },
): Html {
  const says = wording.of('signOn.account.session', {
    site,
    device: deviceInWords(wording, userAgent),
    startedOn: dayInWords(startedAt, wording.locale),
    lastUsedOn: dayInWords(lastUsedAt, wording.locale),
  });
  return html`<form method="post" action="${action}">
    ${says}
    <input type="hidden" name="proof" value="${proof}" />
    <input type="hidden" name="session" value="${toPublicId('Session', id)}" />
    <button type="submit" class="quiet">
      ${wording.of('signOn.account.endSession')}<span class="unseen"> (${says})</span>
    </button>
  </form>`;
}

/** The page is of no association: days are told in the zone in which most of them are. */
const dayInWords = (instant: Date, locale: Locale): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'America/Toronto' }).format(instant);
