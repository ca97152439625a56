import { drawHidden, drawInput } from '../fields.mjs';
import { html } from '../html.mjs';
import { correctionsOf, drawRefusal, drawWays, faultsOf } from '../refusal.mjs';

/** @typedef {import('../visit.mjs').Visit} Visit */
/** @typedef {import('../visitors.mjs').Owing} Owing */

/**
 * What a person shows besides their password: a code of their app, or one of the codes that they kept.
 *
 * @type {import('../visit.mjs').Page}
 */
export const secondFactor = {
  get: visit => (visit.owing ? draw(visit, visit.owing) : { to: visit.linkTo('sign-in') }),

  async post(visit) {
    const { form, owing, visitors, browser } = visit;
    if (!owing) return { to: visit.linkTo('sign-in') };
    const { person, owed, then } = owing;
    const outcome = await person.portal.secondFactors.verify({
      challenge: owed.challenge,
      code: form.get('code'),
      recoveryCode: form.get('recoveryCode'),
    });
    if (outcome.ok) {
      visitors.signOut(browser.id);
      return { to: then, browserId: visitors.signIn(person) };
    }
    return draw(visit, owing, outcome.problem);
  },
};

/**
 * @param {Visit} visit
 * @param {Owing} owing
 * @param {{ __typename: string, message: string } | null} problem
 * @returns {Promise<import('../visit.mjs').Drawn>}
 */
async function draw(
  { words, trees, form: typed, browser, linkTo },
  { person, owed: { forms } },
  problem = null,
) {
  const ways = problem && drawWays(problem, await trees.realmOf(person.tree), trees);
  const say = words.secondFactor;
  const corrections = correctionsOf(problem ?? {}, { code: 'code', recoveryCode: 'recoveryCode' });
  return {
    title: say.title,
    ...(problem && { status: 422, problem: true }),
    content: html`
      ${problem && drawRefusal({ message: problem.message, corrections, more: ways })}
      <p>${forms.length > 0 ? say.proveYourself : say.nothingWorksHere}</p>
      ${forms.map(
        ({ title, submitLabel, fields }) =>
          html`<form method="post" action="${linkTo('second-factor')}" novalidate>
            <h2>${title}</h2>
            ${drawHidden({ token: browser.formToken })}
            ${fields.map(({ path, label, help, required, autocomplete }) => {
              const name = path.at(-1) ?? '';
              const faults = faultsOf(corrections, name);
              const value = typed.get(name) ?? '';
              return drawInput({
                name,
                label,
                help,
                required,
                value,
                ...(autocomplete !== null && { autocomplete }),
                faults,
              });
            })}
            <p><button class="main">${submitLabel}</button></p>
          </form>`,
      )}
      <p><a class="way" href="${linkTo('sign-in')}">${words.toHome}</a></p>
    `,
  };
}
