import { affiliationReasonLabels, holdKindLabels, labelOf, termKindLabels } from '@affilia/sdk/labels';
import { dayInWords } from '../dates.mjs';
import { drawFault } from '../fault.mjs';
import { html } from '../html.mjs';
import { drawFacts } from '../lists.mjs';
import { openForBody } from '../staff.mjs';
import { drawTold } from '../told.mjs';

/** @typedef {import('../visit.mjs').Visit} Visit */
/** @typedef {import('@affilia/sdk/memberships').Membership} Membership */
/** Reasons of a stay that is none: from its day on, they are not a member. @type {ReadonlySet<string>} */
const ENDS = new Set(['TRANSFER', 'RESIGNATION', 'REMOVAL', 'DEATH']);

/** @typedef {keyof Visit['words']['membership']['ways']} Change */

/** One membership: how it stands and why, its history, and what staff can change. @type {import('../visit.mjs').Page} */
export const membership = {
  async get(visit) {
    const { words, address, locale, linkTo } = visit;
    const { portal } = await openForBody(visit);
    const found = await portal.memberships.get(address.searchParams.get('membership') ?? '');
    if (!found) return drawFault(visit, 'NOT_FOUND');
    const say = words.membership;
    const { status, holds } = found;

    return {
      title: found.holderName,
      content: html`
        ${drawTold(visit)} ${drawStanding(visit, found)}
        <h2>${say.why}</h2>
        ${status.explanation.map(({ text }) => html`<p>${text}</p>`)}
        <h2>${say.acts}</h2>
        <ul class="plain">
          ${changesOf(found).map(
            kind =>
              html`<li>
                <a class="way" href="${linkTo('members/change', { membership: found.id, kind })}"
                  >${say.ways[kind]}</a
                >
              </li>`,
          )}
        </ul>
        ${drawDays(visit, say.terms, say.noTerms, found.terms, ({ kind }) => labelOf(termKindLabels, kind, locale))}
        ${drawDays(
          visit,
          say.stays,
          say.noStays,
          found.affiliations,
          one => `${one.class.name} (${labelOf(affiliationReasonLabels, one.reason, locale)})`,
          one => ENDS.has(one.reason) && say.ended(labelOf(affiliationReasonLabels, one.reason, locale)),
        )}
        ${holds.length > 0 && drawDays(visit, say.holds, '', holds, ({ kind }) => labelOf(holdKindLabels, kind, locale))}
        <p><a class="way" href="${linkTo('members')}">${say.toList}</a></p>
      `,
    };
  },
};

/** What can be thought of as things stand; what stands against it, the portal says. @param {Membership} membership @returns {Change[]} */
function changesOf({ status, affiliations, holds }) {
  if (status.code === 'ENDED') return ['REINSTATEMENT'];
  const last = affiliations.at(-1);
  return [
    'RECLASSIFICATION',
    'HOLD',
    ...(holds.length > 0 ? /** @type {const} */ (['HOLD_END']) : []),
    last?.reason === 'RESIGNATION' ? 'RESIGNATION_WITHDRAWN' : 'RESIGNATION',
  ];
}

/** @param {Visit} visit @param {Membership} membership */
export function drawStanding({ words, locale }, membership) {
  const { facts } = words.membership;
  const { status, continuousSince } = membership;
  return drawFacts([
    [facts.number, membership.memberNumber],
    [facts.class, membership.class?.name],
    [facts.status, html`<strong>${status.label}</strong>`],
    [facts.since, status.since && dayInWords(status.since, locale)],
    [facts.until, status.until && dayInWords(status.until, locale)],
    [facts.memberSince, dayInWords(membership.memberSince, locale)],
    [facts.continuousSince, continuousSince && dayInWords(continuousSince, locale)],
  ]);
}

/**
 * @template {{ from: string, to: string | null }} Item
 * @param {Visit} visit
 * @param {string} title
 * @param {string} none
 * @param {readonly Item[]} items
 * @param {(item: Item) => string} name
 * @param {(item: Item) => string | false} ended What is said instead of one that is the end.
 */
const drawDays = (visit, title, none, items, name, ended = () => false) =>
  html`<h2>${title}</h2>
    ${
      items.length === 0
        ? html`<p>${none}</p>`
        : html`<ul>
            ${items.map(one => html`<li>${ended(one) || name(one)}, ${daysOf(visit, one)}</li>`)}
          </ul>`
    }`;

/** @param {Visit} visit @param {{ from: string, to: string | null }} days */
export const daysOf = ({ words, locale }, { from, to }) =>
  to
    ? words.membership.between(dayInWords(from, locale), dayInWords(to, locale))
    : words.membership.from(dayInWords(from, locale));
