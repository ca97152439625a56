import type { Wording } from '../../../platform/wording/wording.ts';
import { drawHidden } from './draw-form.ts';
import { html, type Html } from './html.ts';

export const PASSKEY_SCRIPT_PATH = '/realm/passkey.js';

/** Shows what needs it, and lets the browser sign when the button is pressed. Without it people type codes. */
export const PASSKEY_SCRIPT = `if (typeof PublicKeyCredential === 'function' && PublicKeyCredential.parseRequestOptionsFromJSON)
  for (const form of document.querySelectorAll('form[data-passkey]')) {
    const { passkey, making, failed } = form.dataset;
    const answer = form.elements['input.passkey'];
    const ask = async () => {
      const options = JSON.parse(passkey);
      return making === undefined
        ? navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })
        : navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) });
    };
    answer.value = '';
    form.hidden = false;
    for (const instead of document.querySelectorAll('[data-without-passkey]')) instead.hidden = true;
    form.addEventListener('submit', async event => {
      if (answer.value !== '') return;
      event.preventDefault();
      try {
        answer.value = JSON.stringify(await ask());
        form.requestSubmit();
      } catch {
        form.querySelector('[role=status]').textContent = failed;
      }
    });
    addEventListener('pageshow', () => { answer.value = ''; });
  }
`;

export interface PasskeyForm {
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
  /** What the browser signs, or makes a passkey of, as JSON. */
  readonly options: string;
  readonly submitLabel: string;
  /** Set where a passkey is made: what is asked besides. */
  readonly making?: Html;
  /** What was wrong with the last answer. */
  readonly fault?: string | null;
}

/** A form that only a script can send; whoever runs none does not see it. */
export function drawPasskeyForm(
  wording: Wording,
  { action, hidden, options, submitLabel, making, fault = null }: PasskeyForm,
): Html {
  return html`<form
    method="post"
    action="${action}"
    hidden
    data-passkey="${options}"
    ${making !== undefined && html`data-making`}
    data-failed="${wording.of('signOn.passkey.failed')}"
  >
    ${drawHidden(hidden)}
    <input type="hidden" name="input.passkey" value="" autocomplete="off" />
    ${making ?? null} ${fault !== null && html`<p class="fault">${fault}</p>`}
    <p role="status"></p>
    <p><button type="submit">${submitLabel}</button></p>
  </form>`;
}
