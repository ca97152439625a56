import { locale, words } from './connect.js';
import { drawForm } from './draw-form.js';
import { h } from './element.js';

const say = words.billing;

/** Always from there, never a copy: what is typed in its fields is seen by the gateway alone. */
const LIBRARY = 'https://js.stripe.com/clover/stripe.js';

let library = null;

function loadLibrary() {
  library ??= new Promise((resolve, reject) => {
    const fail = () => {
      // Another press of the button tries again.
      library = null;
      script.remove();
      reject(new Error('the card fields of the gateway did not load'));
    };
    const script = h('script', { src: LIBRARY, onload: () => resolve(globalThis.Stripe), onerror: fail });
    document.head.append(script);
  });
  return library;
}

/** The card fields of the gateway, which leads the browser back to this page; null where they cannot be had. */
export async function drawCardFields({ clientSecret, publishableKey, returnUrl }, submitLabel) {
  const Stripe = await loadLibrary().catch(() => null);
  if (Stripe === null) return null;
  const stripe = Stripe(publishableKey, { locale: locale === 'fr-CA' ? 'fr-CA' : 'en' });
  const elements = stripe.elements({ clientSecret });
  const { element } = drawForm(
    { title: say.byCard, submitLabel, fields: [] },
    {
      level: 3,
      async send() {
        // Answers only when the browser stays here, in the language that was asked for.
        const { error } = await stripe.confirmPayment({ elements, confirmParams: { return_url: returnUrl } });
        return { message: error.message ?? words.unexpected };
      },
    },
  );
  const place = h('div', { class: 'card-fields' });
  element.querySelector('button[type=submit]').before(place);
  elements.create('payment').mount(place);
  return element;
}
