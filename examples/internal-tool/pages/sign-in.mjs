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
  // Some acts want a sign-in that is a few minutes old at most, from whoever is signed in already.
  get: visit =>
    visit.person && !visit.address.searchParams.has('again') ? { to: visit.linkTo('') } : draw(visit),

  async post(visit) {
    const { form, trees, visitors, browser } = visit;
    const tree = trees.find(form.get('tree')) ?? trees.first;
    const person = createPerson(trees, tree, browser.address);
    const outcome = await person.portal.accounts.signIn({
      identifier: form.get('identifier') ?? '',
      password: form.get('password') ?? '',
    });
    if (!outcome.ok) return draw(visit, { problem: outcome.problem, tree });

    const wanted = form.get('then') ?? '';
    const then = OWN_PAGE.test(wanted) ? wanted : visit.linkTo('');
    const { secondFactor: owed, next } = outcome.value;
    if (owed) {
      visitors.owe(browser.id, { person, owed, then });
      return { to: visit.linkTo('second-factor') };
    }
    visitors.signOut(browser.id);
    const to = next.kind === 'ENROLL_SECOND_FACTOR' ? visit.linkTo('second-factor/add') : then;
    return { to, browserId: visitors.signIn(person) };
  },
};

/**
 * @param {Visit} visit
 * @param {{ problem: import('../refusal.mjs').Problem | { __typename: string, message: string }, tree: string } | null} refused
 * @returns {Promise<import('../visit.mjs').Drawn>}
 */
async function draw(visit, refused = null) {
  const { words, trees, address, form, browser, linkTo } = visit;
  const tree = refused?.tree ?? trees.find(address.searchParams.get('association')) ?? trees.first;
  const notice = own(words.signIn.notices, address.searchParams.get('notice') ?? '');
  const realm = await trees.realmOf(tree);
  const all = await trees.list();
  if (!realm.signInForm) throw new Error(`the key of ${tree} is not registered to take passwords`);
  const { title, submitLabel } = realm.signInForm;
  const fields = realm.signInForm.fields.map(field => ({ ...field, name: field.path.at(-1) ?? '' }));
  const labels = Object.fromEntries(fields.map(({ name, label }) => [name, label]));
  const names = Object.fromEntries(fields.map(({ name }) => [name, name]));
  const corrections = correctionsOf(refused?.problem ?? {}, names);

  return {
    title,
    ...(refused && { status: 422, problem: true }),
    content: html`
      ${!refused && notice && drawOutcome(notice)}
      ${refused && drawRefusal({ message: refused.problem.message, corrections, labels, more: drawWays(refused.problem, realm, trees) })}
      <form method="post" action="${linkTo('sign-in')}" novalidate>
        ${drawHidden({ token: browser.formToken, then: form.get('then') ?? address.searchParams.get('then') })}
        ${drawSelect({
          name: 'tree',
          label: words.signIn.tree,
          value: tree,
          options: all.map(({ code, name }) => ({ value: code, label: name })),
        })}
        ${fields.map(({ name, label, help, kind, required, autocomplete }) =>
          drawInput({
            name,
            label,
            help,
            required,
            ...(kind === 'PASSWORD' ? { type: 'password' } : { value: form.get(name) ?? '' }),
            ...(autocomplete !== null && { autocomplete }),
            faults: faultsOf(corrections, name),
          }),
        )}
        <p><button class="main">${submitLabel}</button></p>
      </form>
    `,
  };
}
