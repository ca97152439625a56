import { affilia, words } from './connect.js';
import { drawCardFields } from './card-fields.js';
import { rememberPaying } from './card-return.js';
import { drawForm } from './draw-form.js';
import { refusalOf } from './refusal.js';

const say = words.billing;

/**
 * One button that pays all that is open by card: `named` is `{ invoiceId }` or `{ payLinkToken }`. The card number is
 * typed on the page or into the fields of the gateway, and never seen here. `follow` says what became of a payment that
 * is made already.
 */
export function drawPayByCard({ open, named, follow }) {
  const submitLabel = say.payByCard(open.formatted);
  const { element } = drawForm({ title: say.byCard, submitLabel, fields: [] }, { level: 3, send });

  async function send() {
    const outcome = await affilia.billing.startCardPayment({ ...named, returnPage: 'INVOICE' });
    if (!outcome.ok) return refusalOf(outcome.problem);
    const { cardPayment, checkout } = outcome.value;
    switch (checkout.kind) {
      case 'PAY_AT':
        rememberPaying(cardPayment.id, named.invoiceId ?? null);
        location.assign(checkout.payAt);
        // The page is being left: until then its button stays pressed.
        return new Promise(() => undefined);
      case 'CONFIRM': {
        rememberPaying(cardPayment.id, named.invoiceId ?? null);
        const fields = await drawCardFields(checkout, submitLabel);
        if (fields === null) return { message: say.noCardFields };
        element.replaceWith(fields);
        fields.querySelector('[tabindex="-1"]').focus();
        return null;
      }
      case 'START_AGAIN':
        return { message: say.startAgain };
      default:
        await follow(cardPayment);
        return null;
    }
  }
  return element;
}
