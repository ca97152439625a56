import { holdKindLabels, labelOf, taxLabels } from '@affilia/sdk/labels';
import { drawIntent } from '../button.mjs';
import { dayInWords } from '../dates.mjs';
import { drawFault } from '../fault.mjs';
import { drawHidden, drawInput, drawSelect, optionsOf } from '../fields.mjs';
import { html } from '../html.mjs';
import { drawFacts } from '../lists.mjs';
import { changeNamed, answersOf, FIELDS, makeChange } from '../membership-changes.mjs';
import { correctionsOf, drawActRefusal, faultsOf, missing } from '../refusal.mjs';
import { openForBody } from '../staff.mjs';
import { drawTable } from '../table.mjs';
import { tellAt } from '../told.mjs';
import { daysOf, drawStanding } from './membership.mjs';

/** @typedef {import('../visit.mjs').Visit} Visit */
/** @typedef {import('../connect.mjs').Portal} Portal */
/** @typedef {import('./membership.mjs').Change} Change */
/** @typedef {import('@affilia/sdk/memberships').Membership} Membership */
/** @typedef {import('@affilia/sdk/memberships').ChangePreview} Preview */
/** @typedef {{ membership: Membership, kind: Change, classes: readonly { id: string, name: string }[] }} Asked */
/** @typedef {{ problem?: { __typename: string, message: string } | null, preview?: Preview | null }} Answered */

/** A change of a membership: first its effect is shown, then it is confirmed. @type {import('../visit.mjs').Page} */
export const changeMembership = {
  async get(visit) {
    const { portal, body } = await openForBody(visit);
    const asked = await askedIn(portal, body.id, visit.address);
    if (!asked) return drawFault(visit, 'NOT_FOUND');
    return FIELDS[asked.kind].length > 0
      ? draw(visit, asked)
      : draw(visit, asked, await previewOf(portal, asked, visit.form));
  },

  async post(visit) {
    const { form, words } = visit;
    const { portal, body } = await openForBody(visit);
    const asked = await askedIn(portal, body.id, visit.address);
    if (!asked) return drawFault(visit, 'NOT_FOUND');
    const { membership, kind } = asked;
    const say = words.membership.change;
    if (FIELDS[kind].includes('on') && !form.get('on'))
      return draw(visit, asked, { problem: missing('on', say.day) });
    if (!form.has('shownTotalCents')) return draw(visit, asked, await previewOf(portal, asked, form));

    const outcome = await makeChange(portal, kind, membership.id, form);
    if (outcome.ok)
      return tellAt(visit, 'members/membership', { done: say.done }, { membership: membership.id });
    // What was shown does not hold any more: it is shown again, and nothing happens until somebody has seen that.
    if (outcome.problem.__typename !== 'MoneyEffectChanged')
      return draw(visit, asked, { problem: outcome.problem });
    const { preview } = await previewOf(portal, asked, form);
    return draw(visit, asked, { preview, problem: { ...outcome.problem, message: say.changed } });
  },
};

/** @param {Portal} portal @param {string} associationId @param {URL} address @returns {Promise<Asked | null>} */
async function askedIn(portal, associationId, { searchParams }) {
  const kind = changeNamed(searchParams.get('kind'));
  const membership = await portal.memberships.get(searchParams.get('membership') ?? '');
  if (!kind || !membership) return null;
  const classes = [];
  if (FIELDS[kind].includes('toClassId'))
    for await (const one of portal.memberships.classes(associationId)) {
      if (one.heldBy === (membership.organization ? 'ORGANIZATION' : 'PERSON')) classes.push(one);
    }
  return { membership, kind, classes };
}

/** @param {Portal} portal @param {Asked} asked @param {URLSearchParams} form @returns {Promise<Answered>} */
async function previewOf(portal, { membership, kind }, form) {
  const asked = FIELDS[kind];
  const answers = Object.entries(answersOf(form)).filter(([name]) => asked.some(one => one === name));
  const outcome = await portal.memberships.previewChange({
    membershipId: membership.id,
    kind,
    ...Object.fromEntries(answers),
  });
  return outcome.ok ? { preview: outcome.value.preview } : { problem: outcome.problem };
}

/** @param {Visit} visit @param {Asked} asked @param {Answered} answered @returns {import('../visit.mjs').Drawn} */
function draw(visit, asked, { problem = null, preview = null } = {}) {
  const { words, form, address, linkTo } = visit;
  const say = words.membership.change;
  const { membership, kind } = asked;
  const fields = FIELDS[kind];
  const corrections = correctionsOf(problem ?? {}, Object.fromEntries(fields.map(name => [name, name])));
  const action = address.pathname + address.search;
  return {
    title: say.title(words.membership.ways[kind], membership.holderName),
    ...(problem && { status: 422, problem: true }),
    content: html`
      ${problem && drawActRefusal(visit, problem, { corrections, labels: say.labels })}
      ${drawStanding(visit, membership)}
      ${
        preview
          ? html`${drawEffect(visit, preview)}
              <form method="post" action="${action}">
                ${drawIntent(visit, problem)}
                ${drawHidden({
                  ...Object.fromEntries(fields.map(name => [name, form.get(name)])),
                  shownTotalCents: String(preview.moneyEffect.total.cents),
                })}
                <p><button class="main">${say.confirm}</button></p>
              </form>`
          : html`<form method="post" action="${action}" novalidate>
              ${drawIntent(visit, problem)}
              ${fields.map(name => drawField(visit, asked, name, faultsOf(corrections, name)))}
              <p><button class="main">${say.show}</button></p>
            </form>`
      }
      <p>
        <a class="way" href="${linkTo('members/membership', { membership: membership.id })}"
          >${words.membership.toMembership}</a
        >
      </p>
    `,
  };
}

/** @param {Visit} visit @param {Asked} asked @param {import('../membership-changes.mjs').Field} name @param {readonly string[]} faults */
function drawField(visit, { membership, kind, classes }, name, faults) {
  const { words, locale, form } = visit;
  const say = words.membership.change;
  const field = { name, label: say.labels[name], value: form.get(name) ?? '', faults };
  switch (name) {
    case 'on':
      return drawInput({ ...field, type: 'date', required: true });
    case 'lastDay':
      return drawInput({ ...field, type: 'date', help: say.lastDayHelp });
    case 'reason':
      return drawInput({ ...field, required: true, maxlength: 500 });
    case 'hold':
      return drawSelect({ ...field, options: optionsOf(holdKindLabels, locale) });
    case 'holdId':
      return drawSelect({
        ...field,
        options: membership.holds.map(hold => ({
          value: hold.id,
          label: `${labelOf(holdKindLabels, hold.kind, locale)}, ${daysOf(visit, hold)}`,
        })),
      });
    case 'toClassId':
      return drawSelect({
        ...field,
        options: [
          ...(kind === 'REINSTATEMENT' ? [{ value: '', label: say.sameClass }] : []),
          ...classes.map(one => ({ value: one.id, label: one.name })),
        ],
      });
  }
}

/** @param {Visit} visit @param {Preview} preview */
function drawEffect({ words, locale }, { effectiveOn, classAfter, statusAfter, moneyEffect, consequences }) {
  const say = words.membership.change;
  const { total, lines } = moneyEffect;
  const money =
    total.cents === 0
      ? say.noMoney
      : total.cents > 0
        ? say.toPay(total.formatted)
        : say.credited(total.formatted.replace(/^[-−]\s?/, ''));
  return html`<h2 id="effect" tabindex="-1" autofocus>${say.effect}</h2>
    ${drawFacts([
      [say.effectFacts.on, dayInWords(effectiveOn, locale)],
      [say.effectFacts.class, classAfter?.name ?? say.noClass],
      [say.effectFacts.status, statusAfter.label],
      [say.effectFacts.money, html`<strong>${money}</strong>`],
    ])}
    ${
      lines.length > 0 &&
      drawTable(
        say.effectFacts.money,
        [words.invoices.line, words.invoices.net, words.invoices.taxes],
        lines.map(({ description, amount, taxes }) => [
          description,
          amount.formatted,
          taxes.map(one => html`<div>${labelOf(taxLabels, one.tax, locale)} ${one.amount.formatted}</div>`),
        ]),
      )
    }
    ${consequences.map(({ text }) => html`<p>${text}</p>`)}`;
}
