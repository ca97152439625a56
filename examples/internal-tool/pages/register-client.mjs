import { randomUUID } from 'node:crypto';
import { clientKindLabels, clientScopeLabels } from '@affilia/sdk/labels';
import { toKey } from '../client-act.mjs';
import { linesOf } from '../client-change.mjs';
import { drawHidden, drawInput, drawTextArea, drawTicks, optionsOf } from '../fields.mjs';
import { html } from '../html.mjs';
import { correctionsOf, drawActRefusal, faultsOf } from '../refusal.mjs';
import { openForBody } from '../staff.mjs';

/** @typedef {import('../visit.mjs').Visit} Visit */
/** @typedef {keyof typeof clientKindLabels} Kind */
/** @typedef {keyof typeof clientScopeLabels} Scope */

const FIELDS = ['name', 'kind', 'origins', 'redirectUris', 'scopes'];

/** @type {import('../visit.mjs').Page} */
export const registerClient = {
  async get(visit) {
    await openForBody(visit);
    return draw(visit);
  },

  async post(visit) {
    const { form } = visit;
    const { portal, body } = await openForBody(visit);
    const outcome = await portal.clients.register({
      associationId: body.id,
      name: form.get('name') ?? '',
      kind: /** @type {Kind} */ (form.get('kind') ?? 'PUBLISHABLE'),
      origins: linesOf(form.get('origins')),
      redirectUris: linesOf(form.get('redirectUris')),
      scopes: /** @type {Scope[]} */ (form.getAll('scopes')),
      idempotencyKey: form.get('key'),
    });
    if (outcome.ok) return toKey(visit, outcome.value);
    // The key stands for other answers: the browser went back and changed them. They are another intent.
    if (outcome.problem.__typename === 'IdempotencyKeyReused') form.set('key', randomUUID());
    return draw(visit, outcome.problem);
  },
};

/**
 * @param {Visit} visit
 * @param {{ __typename: string, message: string } | null} refused
 * @returns {import('../visit.mjs').Drawn}
 */
function draw(visit, refused = null) {
  const { words, locale, form, browser, address } = visit;
  const labels = words.clients.form;
  const corrections = correctionsOf(refused ?? {}, Object.fromEntries(FIELDS.map(name => [name, name])));
  const faults = (/** @type {string} */ field) => faultsOf(corrections, field);
  return {
    title: labels.title,
    ...(refused && { status: 422, problem: true }),
    content: html`
      ${refused && drawActRefusal(visit, refused, { corrections, labels })}
      <p>${labels.intro}</p>
      <form method="post" action="${address.pathname + address.search}" novalidate>
        ${drawHidden({ token: browser.formToken, key: form.get('key') ?? randomUUID() })}
        ${drawInput({
          name: 'name',
          label: labels.name,
          help: labels.nameHelp,
          value: form.get('name') ?? '',
          required: true,
          maxlength: 100,
          faults: faults('name'),
        })}
        ${drawTicks({
          type: 'radio',
          name: 'kind',
          label: labels.kind,
          required: true,
          options: optionsOf(clientKindLabels, locale),
          chosen: [form.get('kind') ?? 'PUBLISHABLE'],
          faults: faults('kind'),
        })}
        ${drawTextArea({
          name: 'origins',
          label: labels.origins,
          help: labels.originsHelp,
          value: form.get('origins') ?? '',
          rows: 3,
          faults: faults('origins'),
        })}
        ${drawTextArea({
          name: 'redirectUris',
          label: labels.redirectUris,
          help: labels.redirectUrisHelp,
          value: form.get('redirectUris') ?? '',
          rows: 3,
          faults: faults('redirectUris'),
        })}
        ${drawTicks({
          type: 'checkbox',
          name: 'scopes',
          label: labels.scopes,
          help: labels.scopesHelp,
          options: optionsOf(clientScopeLabels, locale),
          chosen: form.getAll('scopes'),
          faults: faults('scopes'),
        })}
        <p><button class="main">${labels.submit}</button></p>
      </form>
    `,
  };
}
