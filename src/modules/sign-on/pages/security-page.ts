import type { Context } from '../../../platform/context.ts';
import { toPublicId } from '../../../kernel/id.ts';
import type { Wording } from '../../../platform/wording/wording.ts';
import {
  confirmTotpForm,
  passkeyForm,
  type FactorFacts,
  type Factors,
  type TotpEnrolment,
} from '../../accounts/index.ts';
import { ADDRESSES } from '../addresses.ts';
import { drawFields, drawForm, NOTHING_SENT } from './draw-form.ts';
import type { Page } from './draw-page.ts';
import { drawRefusal, type Refused } from './form-page.ts';
import { html, Html } from './html.ts';
import { inLocale } from './page-locale.ts';
import { drawPasskeyForm, PASSKEY_SCRIPT_PATH } from './passkey-form.ts';
import { signInAddress } from './sign-in-for-account.ts';

/** What is said wherever the page is drawn. */
export interface Security {
  readonly context: Context;
  readonly proof: string;
  readonly factors: Factors;
  /** Whether the person signed in a short while ago, with a second factor where they have one. */
  readonly isFresh: boolean;
  /** What the browser makes a passkey of; null where it cannot. */
  readonly passkeyOptions: string | null;
  readonly refused: Refused | null;
}

export const securityAddress = (locale: Context['locale']): string => inLocale(ADDRESSES.security, locale);

/** What a person has besides their password, and the ways to add and to remove it. */
export function securityPage(shown: Security): Page {
  const { context, factors, isFresh, passkeyOptions, refused } = shown;
  const { wording, locale } = context;
  const again = signInAddress({ page: ADDRESSES.security, again: true }, locale);
  return {
    title: wording.of('signOn.security.title'),
    ...(passkeyOptions !== null && { script: PASSKEY_SCRIPT_PATH }),
    content: html`${drawRefusal(context, refused)}
      <p>${wording.of('signOn.security.said')}</p>
      ${
        factors.factors.length === 0
          ? html`<p>${wording.of('signOn.security.none')}</p>`
          : html`<ul>
                ${factors.factors.map(factor => html`<li>${drawFactor(shown, factor)}</li>`)}
              </ul>
              <p>${wording.of('signOn.security.codesLeft', { left: factors.recoveryCodesLeft })}</p>`
      }
      ${
        isFresh
          ? drawActs(shown)
          : html`<p>${wording.of('signOn.security.stale')}</p>
              <p><a href="${again}">${wording.of('signOn.security.again')}</a></p>`
      }
      <p><a href="${inLocale(ADDRESSES.account, locale)}">${wording.of('signOn.security.back')}</a></p>`,
  };
}

function drawFactor(shown: Security, { id, kind, name, rpId }: FactorFacts): Html {
  const { wording } = shown.context;
  const called = name ?? wording.of(`SecondFactorKind.${kind}`);
  const says =
    rpId === null ? called : wording.of('signOn.security.passkeyOf', { name: called, website: rpId });
  if (!shown.isFresh) return html`${says}`;
  return drawAct(shown, 'remove', { factor: toPublicId('SecondFactor', id) }, html`${says} `);
}

function drawActs(shown: Security): Html {
  const { context, factors, passkeyOptions, proof, refused } = shown;
  const { wording } = context;
  const form = passkeyForm(wording);
  return html`${factors.factors.length > 0 && drawAct(shown, 'codes')} ${drawAct(shown, 'app')}
  ${
    passkeyOptions !== null &&
    drawPasskeyForm(wording, {
      action: securityAddress(context.locale),
      hidden: { proof, act: 'passkey' },
      options: passkeyOptions,
      submitLabel: form.submitLabel,
      making: html`<h2>${form.title}</h2>
        <p>${wording.of('signOn.security.passkeySaid')}</p>
        ${drawFields(wording, form, refused?.sent ?? NOTHING_SENT)}`,
      fault: refused?.sent.faults.get('input.passkey') ?? null,
    })
  }`;
}

/** One button. */
function drawAct(
  { context: { wording, locale }, proof }: Security,
  act: 'remove' | 'codes' | 'app',
  more: Readonly<Record<string, string>> = {},
  before: Html | null = null,
): Html {
  return html`<form method="post" action="${securityAddress(locale)}">
    ${before}
    ${Object.entries({ proof, act, ...more }).map(
      ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
    )}
    <button type="submit" class="quiet">
      ${wording.of(`signOn.security.${act}`)}${
        before !== null && html`<span class="unseen"> (${before})</span>`
      }
    </button>
  </form>`;
}

/** The form for the first code of an app; with its key, as a picture and to type, where it was just made. */
export function enrolmentPage(
  { context, proof }: Pick<Security, 'context' | 'proof'>,
  enrolment: TotpEnrolment | null,
  refused: Refused | null = null,
): Page {
  const { wording, locale } = context;
  const form = confirmTotpForm(wording);
  return {
    title: form.title,
    content: html`${drawRefusal(context, refused)} ${enrolment !== null && drawKey(wording, enrolment)}
      ${drawForm(wording, {
        form,
        action: securityAddress(locale),
        hidden: { proof, act: 'confirm' },
        sent: refused?.sent ?? NOTHING_SENT,
      })}
      <p><a href="${securityAddress(locale)}">${wording.of('signOn.security.cancel')}</a></p>`,
  };
}

const drawKey = (wording: Wording, { secret, qrCode }: TotpEnrolment): Html =>
  html`<p>${wording.of('signOn.security.scan')}</p>
    <div class="qr-code" role="img" aria-label="${wording.of('signOn.security.picture')}">
      ${new Html(qrCode)}
    </div>
    <p>${wording.of('signOn.security.typeSecret')} <code>${secret.replace(/.{4}(?=.)/g, '$& ')}</code></p>`;

/** What is shown this once. */
export function codesPage({ wording, locale }: Context, codes: readonly string[]): Page {
  return {
    title: wording.of('signOn.security.codes.title'),
    content: html`<p role="status">${wording.of('signOn.security.done')}</p>
      <p>${wording.of('signOn.security.codes.said')}</p>
      <ul>
        ${codes.map(code => html`<li><code>${code}</code></li>`)}
      </ul>
      <p><a href="${securityAddress(locale)}">${wording.of('signOn.security.kept')}</a></p>`,
  };
}
