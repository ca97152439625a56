import { drawHidden, drawInput, drawSelect } from '../fields.mjs';
import { html } from '../html.mjs';
import { own } from '../own.mjs';
import { correctionsOf, drawOutcome, drawRefusal, drawWays, faultsOf } from '../refusal.mjs';
import { createPerson } from '../visitors.mjs';

/** @typedef {import('../visit.mjs').Visit} Visit */

/** Only to a page of this tool: an address that somebody else made up leads nowhere else. */
const OWN_PAGE = /^\/(?:fr|en)\/[a-z/-]*(?:\?[^#]*)?$/;

/** @type {import('../visit.mjs').Page} */
export const signIn = {
  get: visit => (visit.person ? { to: visit.linkTo('') } : draw(visit)),

  async post(visit) {
    const { form, trees, visitors, browser } = visit;
    const tree = trees.find(form.get('tree')) ?? trees.first;
    const person = createPerson(trees, tree, browser.address);
    const outcome = await person.portal.accounts.signIn({
      identifier: form.get('identifier') ?? '',
      password: form.get('password') ?? '',
    });
    if (!outcome.ok) return draw(visit, { problem: outcome.problem, tree });

    const then = form.get('then') ?? '';
    visitors.signOut(browser.id);
    return { to: OWN_PAGE.test(then) ? then : visit.linkTo(''), browserId: visitors.signIn(person) };
  },
};

/**
 * @param {Visit} visit
 * @param {{ problem: import('../refusal.mjs').Problem | { __typename: string, message: string }, tree: string } | null} refused
 * @returns {Promise<import('../visit.mjs').Drawn>}
 */
async function draw(visit, refused = null) {
  const { words, trees, address, form, browser, linkTo } = visit;
  const all = await trees.list();
  const tree = refused?.tree ?? trees.find(address.searchParams.get('association')) ?? trees.first;
  const notice = own(words.signIn.notices, address.searchParams.get('notice') ?? '');
  const labels = words.signIn.labels;
  const corrections = correctionsOf(refused?.problem ?? {}, {
    identifier: 'identifier',
    password: 'password',
  });
  const realm = all.find(({ code }) => code === tree)?.realm ?? null;

  return {
    title: words.signIn.title,
    ...(refused && { status: 422, problem: true }),
    content: html`
      ${!refused && notice && drawOutcome(notice)}
      ${refused && drawRefusal({ message: refused.problem.message, corrections, labels, more: drawWays(refused.problem, realm) })}
      <form method="post" action="${linkTo('sign-in')}" novalidate>
        ${drawHidden({ token: browser.formToken, then: form.get('then') ?? address.searchParams.get('then') })}
        ${drawSelect({
          name: 'tree',
          label: words.signIn.tree,
          value: tree,
          options: all.map(({ code, name }) => ({ value: code, label: name })),
        })}
        ${drawInput({
          name: 'identifier',
          label: labels.identifier,
          value: form.get('identifier') ?? '',
          autocomplete: 'username',
          required: true,
          faults: faultsOf(corrections, 'identifier'),
        })}
        ${drawInput({
          name: 'password',
          label: labels.password,
          type: 'password',
          autocomplete: 'current-password',
          required: true,
          faults: faultsOf(corrections, 'password'),
        })}
        <p><button class="main">${words.signIn.submit}</button></p>
      </form>
    `,
  };
}
