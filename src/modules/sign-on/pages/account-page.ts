import { toPublicId, type SessionId } from '../../../kernel/id.ts';
import type { Locale } from '../../../kernel/locale.ts';
import type { Wording } from '../../../platform/wording/wording.ts';
import { deviceInWords } from '../../accounts/index.ts';
import { inLanguage } from '../../associations/index.ts';
import { ADDRESSES } from '../addresses.ts';
import type { Look, Page } from './draw-page.ts';
import { html, type Html } from './html.ts';
import { inLocale } from './page-locale.ts';
import type { Belongings } from './read-belongings.ts';

/** The page for whoever is not signed in in this browser, with the way to the sign-in. */
export const wayInPage = ({ wording }: Look, address: string): Page => ({
  title: wording.of('signOn.account.title'),
  content: html`<p>${wording.of('signOn.account.nobody')}</p>
    <p><a href="${address}">${wording.of('signOn.account.signIn')}</a></p>`,
});

/** For the forms of the page, and to know the session of this browser again. */
export interface AccountPageOf {
  readonly proof: string;
  readonly loginId: SessionId;
}

/** Everything of one person, in every tree. No site is shown this. */
export function accountPage(
  { wording, addressIn }: Look,
  belongings: Belongings,
  { proof, loginId }: AccountPageOf,
): Page {
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
            html`${wording.of('signOn.account.membership', {
              association: named(membership),
              number: membership.memberNumber,
              status: wording.of(`MembershipStatusCode.${membership.status}`),
            })}`,
        ),
      )}
      ${part(
        'delegations',
        delegations.map(
          delegation =>
            html`${wording.of('signOn.account.role', {
              body: named(delegation),
              role: wording.of(`DelegateRole.${delegation.role}`),
            })}`,
        ),
      )}
      ${
        staff.length > 0 &&
        part(
          'staff',
          staff.map(
            held =>
              html`${wording.of('signOn.account.role', {
                body: named(held),
                role: wording.of(`StaffRole.${held.role}`),
              })}`,
          ),
        )
      }
      ${part(
        'sessions',
        sessions.map(session =>
          drawSession(wording, session, {
            action: addressIn(wording.locale),
            proof,
            isHere: session.id === loginId,
          }),
        ),
      )}
      ${part(
        'manage',
        (['security', 'emails', 'link'] as const).map(
          page =>
            html`<a href="${inLocale(ADDRESSES[page], wording.locale)}"
              >${wording.of(`signOn.account.${page}`)}</a
            >`,
        ),
      )}
      <form method="get" action="${ADDRESSES.endSession}">
        <p><button type="submit">${wording.of('signOn.signOut.submit')}</button></p>
      </form>`,
  };
}

/** Each can be ended from here, in one click and without a script. */
function drawSession(
  wording: Wording,
  session: Belongings['sessions'][number],
  { action, proof, isHere }: { readonly action: string; readonly proof: string; readonly isHere: boolean },
): Html {
  const { id, userAgent, startedAt, lastUsedAt } = session;
  const says = wording.of('signOn.account.session', {
    site: siteOf(wording, session),
    device: deviceInWords(wording, userAgent),
    startedOn: momentInWords(startedAt, wording.locale),
    lastUsedOn: momentInWords(lastUsedAt, wording.locale),
  });
  return html`<form method="post" action="${action}">
    ${says} ${isHere && html`<strong>${wording.of('signOn.account.here')}</strong>`}
    <input type="hidden" name="proof" value="${proof}" />
    <input type="hidden" name="session" value="${toPublicId('Session', id)}" />
    <button type="submit" class="quiet">
      ${wording.of('signOn.account.endSession')}<span class="unseen"> (${says})</span>
    </button>
  </form>`;
}

/** By the names that people read, and whose site it is. By some sign-ins no site was entered so far. */
function siteOf(wording: Wording, session: Belongings['sessions'][number]): string {
  const { siteFr, siteEn, nameFr, nameEn, noSiteYet } = session;
  const association = inLanguage(wording.locale, nameFr, nameEn);
  const site = noSiteYet ? wording.of('signOn.page.realm') : inLanguage(wording.locale, siteFr, siteEn);
  return site === association ? site : wording.of('signOn.account.siteOf', { site, association });
}

/** To the minute, or two sessions of a day would look alike. The page is of no association: the zone is that of most. */
const momentInWords = (instant: Date, locale: Locale): string =>
  new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'America/Toronto',
  }).format(instant);
