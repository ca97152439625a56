import { html } from '../html.mjs';
import { drawOutcome } from '../refusal.mjs';
import { openForBody } from '../staff.mjs';

/** A key that was just made. It is forgotten as it is shown: reloading the page shows it no more. @type {import('../visit.mjs').Page} */
export const clientKey = {
  async get(visit) {
    const { words, address, person, linkTo } = visit;
    await openForBody(visit);
    const made = /** @type {{ name: string, kind: string, key: string } | null} */ (
      person?.takeTold(address.searchParams.get('outcome')) ?? null
    );
    const labels = words.clients.key;
    const said = made?.kind === 'SECRET' ? labels.once : labels.again;
    return {
      title: made ? labels.title(made.name) : words.pages.clients,
      content: html`${drawOutcome(made ? said : labels.gone)}
        ${made && html`<p><code class="key">${made.key}</code></p>`}
        <p><a class="way" href="${linkTo('clients')}">${labels.toList}</a></p>`,
    };
  },
};
