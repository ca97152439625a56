import type { Context } from '../../../platform/context.ts';
import { toPublicId } from '../../../kernel/id.ts';
import type { Form } from '../../../platform/graphql/form.ts';
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
import { drawAgain, drawButton, drawSignInAgain, drawWayBack } from './draw-own-page.ts';
import type { Page } from './draw-page.ts';
import { drawRefusal, type Refused } from './form-page.ts';
import { html, Html } from './html.ts';
import type { Again, Own } from './own-page.ts';
import { inLocale } from './page-locale.ts';
import { drawPasskeyForm, PASSKEY_SCRIPT_PATH } from './passkey-form.ts';

/** What is shown besides what came of a form. */
export interface Security {
  readonly again: Again;
  readonly factors: Factors;
  /** For another password. */
  readonly form: Form;
  /** Whether the person signed in a short while ago, with a second factor where they have one. */
  readonly isFresh: boolean;
  /** What the browser makes a passkey of; null where it cannot. */
  readonly passkeyOptions: string | null;
}

const securityAddress = (locale: Context['locale']): string => inLocale(ADDRESSES.security, locale);

/** The password, what a person has besides it, and the ways to change, to add and to remove. */
export async function securityPage(own: Own, shown: Security): Promise<Page> {
  const { context, proof } = own;
  const { again, factors, form, isFresh, passkeyOptions } = shown;
  const { wording, locale } = context;
  const top = await drawAgain(own, again);
  return {
    title: wording.of('signOn.security.title'),
    ...(passkeyOptions !== null && { script: PASSKEY_SCRIPT_PATH }),
    content: html`${top}
      <h2>${form.title}</h2>
      ${drawForm(wording, {
        form,
        action: securityAddress(locale),
        hidden: { proof, act: 'password' },
        sent: again.refused?.sent ?? NOTHING_SENT,
      })}
      <h2>${wording.of('signOn.security.factors')}</h2>
      <p>${wording.of('signOn.security.said')}</p>
      ${
        factors.factors.length === 0
          ? html`<p>${wording.of('signOn.security.none')}</p>`
          : html`<ul>
                ${factors.factors.map(factor => html`<li>${drawFactor(own, factor, isFresh)}</li>`)}
              </ul>
              <p>${wording.of('signOn.security.codesLeft', { left: factors.recoveryCodesLeft })}</p>`
      }
      ${isFresh ? drawActs(own, shown) : drawSignInAgain(own, 'security')} ${drawWayBack(own)}`,
  };
}

function drawFactor(own: Own, { id, kind, name, rpId }: FactorFacts, isFresh: boolean): Html {
  const { wording } = own.context;
  const called = name ?? wording.of(`SecondFactorKind.${kind}`);
  const says =
    rpId === null ? called : wording.of('signOn.security.passkeyOf', { name: called, website: rpId });
  if (!isFresh) return html`${says}`;
  const hidden = { act: 'remove', factor: toPublicId('SecondFactor', id) };
  const label = wording.of('signOn.security.remove');
  return html`${says} ${drawButton(own, { page: 'security', label, about: says, hidden })}`;
}

function drawActs(own: Own, { again, factors, passkeyOptions }: Security): Html {
  const { context, proof } = own;
  const { wording } = context;
  const form = passkeyForm(wording);
  const button = (act: 'codes' | 'app'): Html =>
    drawButton(own, {
      page: 'security',
      label: wording.of(`signOn.security.${act}`),
      hidden: { act },
    });
  return html`${factors.factors.length > 0 && button('codes')} ${button('app')}
  ${
    passkeyOptions !== null &&
    drawPasskeyForm(wording, {
      action: securityAddress(context.locale),
      hidden: { proof, act: 'passkey' },
      options: passkeyOptions,
      submitLabel: form.submitLabel,
      making: html`<h3>${form.title}</h3>
        <p>${wording.of('signOn.security.passkeySaid')}</p>
        ${drawFields(wording, form, again.refused?.sent ?? NOTHING_SENT)}`,
      fault: again.refused?.sent.faults.get('input.passkey') ?? null,
    })
  }`;
}

/** The form for the first code of an app; with its key, as a picture and to type, where it was just made. */
export function enrolmentPage(
  { context, proof }: Own,
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

/** The browser stays signed in, and nothing else does. */
export function passwordChangedPage({ context: { wording, locale } }: Own): Page {
  return {
    title: wording.of('signOn.security.changed.title'),
    content: html`<p role="status">${wording.of('signOn.security.changed.said')}</p>
      <p>${wording.of('signOn.security.done')}</p>
      <p><a href="${securityAddress(locale)}">${wording.of('signOn.security.goOn')}</a></p>`,
  };
}
