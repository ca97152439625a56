import { randomUUID } from 'node:crypto';
import { readClient, toKey } from '../client-act.mjs';
import { drawFault } from '../fault.mjs';
import { drawHidden, drawTicks } from '../fields.mjs';
import { html } from '../html.mjs';
import { openForBody } from '../staff.mjs';
import { drawActRefusal } from '../refusal.mjs';

const OVERLAPS = ['24', '72', '0'];

/** @type {import('../visit.mjs').Page} */
export const rotateClientKey = {
  async get(visit) {
    const { portal } = await openForBody(visit);
    const client = await readClient(portal, visit.address);
    return client ? draw(visit, client) : drawFault(visit, 'NOT_FOUND');
  },

  async post(visit) {
    const { form, address } = visit;
    const { portal } = await openForBody(visit);
    const client = await readClient(portal, address);
    if (!client) return drawFault(visit, 'NOT_FOUND');
    const outcome = await portal.clients.rotateKey({
      clientId: client.id,
      overlapHours: Number(form.get('overlap') ?? OVERLAPS[0]),
      idempotencyKey: form.get('key'),
    });
    return outcome.ok ? toKey(visit, outcome.value) : draw(visit, client, outcome.problem);
  },
};

/**
 * @param {import('../visit.mjs').Visit} visit
 * @param {{ name: string }} client
 * @param {{ __typename: string, message: string } | null} refused
 * @returns {import('../visit.mjs').Drawn}
 */
function draw(visit, { name }, refused = null) {
  const { words, browser, address } = visit;
  const labels = words.clients.rotateForm;
  return {
    title: labels.title(name),
    ...(refused && { status: 422, problem: true }),
    content: html`
      ${refused && drawActRefusal(visit, refused)}
      <form method="post" action="${address.pathname + address.search}" novalidate>
        ${drawHidden({ token: browser.formToken, key: randomUUID() })}
        ${drawTicks({
          type: 'radio',
          name: 'overlap',
          label: labels.overlap,
          required: true,
          options: OVERLAPS.map(value => ({ value, label: labels.overlaps[value] ?? value })),
          chosen: OVERLAPS.slice(0, 1),
        })}
        <p><button class="main">${labels.submit}</button></p>
      </form>
    `,
  };
}
