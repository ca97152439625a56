import { organizationPartLabels, personPartLabels } from '@affilia/sdk/labels';
import { drawIntent } from '../button.mjs';
import { drawFault } from '../fault.mjs';
import { drawHidden, drawInput, drawTicks, optionsOf } from '../fields.mjs';
import { html } from '../html.mjs';
import { drawFacts, drawList, pageOf, searchOf } from '../lists.mjs';
import { findRecords, kindIn, readPair } from '../merge-records.mjs';
import { correctionsOf, drawActRefusal, faultsOf } from '../refusal.mjs';
import { openForBody } from '../staff.mjs';
import { tellAt } from '../told.mjs';

/** @typedef {import('../visit.mjs').Visit} Visit */
/** @typedef {import('../connect.mjs').Portal} Portal */
/** @typedef {{ __typename: string, message: string, memberNumbers?: readonly string[] }} Problem */
/** @typedef {import('../merge-records.mjs').Side} Side */

/** Where the record of a person leads here. @param {Visit} visit @param {{ id: string }} person */
export const mergePersonWay = ({ words, linkTo }, { id }) => ({
  to: linkTo('merges/propose', { kind: 'PERSON', kept: id }),
  label: words.merges.form.way,
});

/** Makes two records one, or proposes it: first the other record is found, then both are shown. @type {import('../visit.mjs').Page} */
export const merge = {
  async get(visit) {
    const { portal, body } = await openForBody(visit);
    const pair = await readPair(portal, visit.address);
    if (!pair) return drawFault(visit, 'NOT_FOUND');
    return pair.other ? draw(visit, { ...pair, other: pair.other }) : drawSearch(visit, portal, body, pair);
  },

  async post(visit) {
    const { form, words, address } = visit;
    const { portal } = await openForBody(visit);
    const kept = address.searchParams.get('kept') ?? '';
    const other = address.searchParams.get('other') ?? '';
    const common = { reason: form.get('reason') ?? '', idempotencyKey: form.get('key') };
    const outcome =
      kindIn(address) === 'ORGANIZATION'
        ? await portal.organizations.merge({
            keptOrganizationId: kept,
            otherOrganizationId: other,
            take: partsIn(organizationPartLabels, form),
            ...common,
          })
        : await portal.people.merge({
            keptPersonId: kept,
            otherPersonId: other,
            take: partsIn(personPartLabels, form),
            ...common,
          });
    if (!outcome.ok) {
      // Only now: after a merge, one of them is no longer there, and a second click is still answered.
      const pair = await readPair(portal, address);
      return pair?.other
        ? draw(visit, { kept: pair.kept, other: pair.other }, outcome.problem)
        : drawFault(visit, 'NOT_FOUND');
    }
    const { done, prepared } = words.merges.form;
    return tellAt(visit, 'merges', { done: outcome.value.merge.state === 'PREPARED' ? prepared : done });
  },
};

/**
 * @template {string} Part
 * @param {Readonly<Record<Part, unknown>>} labels
 * @param {URLSearchParams} form
 */
const partsIn = (labels, form) =>
  /** @type {Part[]} */ (Object.keys(labels)).filter(part => form.getAll('take').includes(part));

/**
 * @param {Visit} visit
 * @param {Portal} portal
 * @param {{ id: string }} body
 * @param {{ kept: Side }} pair
 * @returns {Promise<import('../visit.mjs').Drawn>}
 */
async function drawSearch(visit, portal, body, { kept }) {
  const { words, address, linkTo } = visit;
  const say = words.merges.form;
  const search = searchOf(address);
  const kind = kindIn(address);
  const filter = { associationId: body.id, search };
  const page = pageOf(address);
  const found = search === null ? null : await findRecords(portal, kind, filter, page);
  return {
    title: say.title(kept.name),
    content: html`
      <form method="get" action="${address.pathname}" role="search" class="filter">
        ${drawHidden({ association: address.searchParams.get('association'), kind, kept: kept.id })}
        ${drawInput({ name: 'search', label: say.search, value: search ?? '', type: 'search', maxlength: 100 })}
        <button class="main">${words.list.find}</button>
      </form>
      ${
        found
          ? drawList(visit, found, {
              count: say.found,
              parameters: { kind, kept: kept.id, search },
              draw: one =>
                html`<h2>${one.name}</h2>
                  <p>${one.facts.filter(Boolean).join(' – ')}</p>
                  ${
                    one.id !== kept.id &&
                    html`<p>
                      <a
                        class="way"
                        href="${linkTo('merges/propose', { kind, kept: kept.id, other: one.id })}"
                        >${say.choose(one.name)}</a
                      >
                    </p>`
                  }`,
            })
          : html`<p>${say.searchFirst}</p>`
      }
      ${found?.totalCount === 0 && html`<p>${say.nobody}</p>`}
    `,
  };
}

/**
 * @param {Visit} visit
 * @param {{ kept: Side, other: Side }} pair
 * @param {Problem | null} problem
 * @returns {import('../visit.mjs').Drawn}
 */
function draw(visit, { kept, other }, problem = null) {
  const { words, locale, form, address, linkTo } = visit;
  const say = words.merges.form;
  const kind = kindIn(address);
  const labels = kind === 'ORGANIZATION' ? organizationPartLabels : personPartLabels;
  const corrections = correctionsOf(problem ?? {}, { take: 'take', reason: 'reason' });
  const numbers = problem?.memberNumbers ?? [];
  const shown = (/** @type {Side} */ { name, facts }) =>
    html`<strong>${name}</strong>${facts.filter(Boolean).map(fact => html`<br />${fact}`)}`;
  return {
    title: say.title(kept.name),
    ...(problem && { status: 422, problem: true }),
    content: html`
      ${problem && drawActRefusal(visit, problem, { corrections, labels: say.labels })}
      ${numbers.length > 0 && html`<p>${say.memberNumbers(numbers.join(', '))}</p>`}
      ${drawFacts([
        [say.kept, shown(kept)],
        [say.other, shown(other)],
      ])}
      <ul class="plain">
        <li>
          <a class="way" href="${linkTo('merges/propose', { kind, kept: other.id, other: kept.id })}"
            >${say.swap}</a
          >
        </li>
        <li><a class="way" href="${linkTo('merges/propose', { kind, kept: kept.id })}">${say.another}</a></li>
      </ul>
      <form method="post" action="${address.pathname + address.search}" novalidate>
        ${drawIntent(visit, problem)}
        ${drawTicks({
          type: 'checkbox',
          name: 'take',
          label: say.labels.take,
          options: optionsOf(labels, locale),
          chosen: form.getAll('take'),
          faults: faultsOf(corrections, 'take'),
        })}
        ${drawInput({
          name: 'reason',
          label: say.labels.reason,
          help: say.reasonHelp,
          value: form.get('reason') ?? '',
          required: true,
          maxlength: 500,
          faults: faultsOf(corrections, 'reason'),
        })}
        <p><button class="main">${say.submit}</button></p>
      </form>
      <p><a class="way" href="${linkTo('merges')}">${words.merges.toList}</a></p>
    `,
  };
}
