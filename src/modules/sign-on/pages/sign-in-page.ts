import { NextStepKind } from '../../../platform/graphql/next-step.ts';
import type { Form } from '../../../platform/graphql/form.ts';
import { signInForm } from '../../accounts/index.ts';
import { inLanguage } from '../../associations/index.ts';
import { drawForm, NOTHING_SENT, type Sent } from './draw-form.ts';
import type { Page } from './draw-page.ts';
import { drawRefusal, type Refused } from './form-page.ts';
import { html } from './html.ts';
import { drawPasskeyForm, PASSKEY_SCRIPT_PATH } from './passkey-form.ts';
import { isAccountClient } from '../provider/account-client.ts';
import { addressOfStep, type SigningIn } from './signing-in.ts';
import { drawThreeWays, drawWaysAfterSignIn, type WayFrom } from './draw-ways-on.ts';

export const formOfSignIn = ({ context, association }: SigningIn): Form =>
  signInForm(context.wording, association.identifierPolicy);

/** What is shown besides the form. */
export interface ShownWith {
  readonly refused: Refused | null;
  /** For signing in by a passkey of the realm's host alone; null at an address that browsers take none for. */
  readonly passkeyOptions: string | null;
}

/** The page on which a person gives their password, or shows a passkey, for a site. */
export async function signInPage(
  signingIn: SigningIn,
  { refused, passkeyOptions }: ShownWith,
): Promise<Page> {
  const { context, client, association, address, proof } = signingIn;
  const { wording } = context;
  const form = formOfSignIn(signingIn);
  const from = wayFrom(signingIn);
  const wasRefused = refused !== null && refused.problem !== null;
  const site = inLanguage(context.locale, association.nameFr, association.nameEn);
  return {
    title: form.title,
    leadsTo: leadsTo(signingIn),
    ...(passkeyOptions !== null && { script: PASSKEY_SCRIPT_PATH }),
    content: html`${drawRefusal(context, refused)}
      ${wasRefused && (await drawWaysAfterSignIn(from, refused.nextSteps))}
      <p>${wording.of('signOn.signIn.forSite', { site })}</p>
      ${drawForm(wording, {
        form,
        action: address,
        hidden: { proof },
        sent: refused?.sent ?? hintedBy(signingIn, form),
      })}
      ${
        passkeyOptions !== null &&
        drawPasskeyForm(wording, {
          action: addressOfStep(signingIn, 'passkey'),
          hidden: { proof },
          options: passkeyOptions,
          submitLabel: wording.of('signOn.passkey.signIn'),
        })
      }
      ${!wasRefused && (await drawThreeWays(from))}
      <form method="post" action="${addressOfStep(signingIn, 'leave')}">
        <input type="hidden" name="proof" value="${proof}" />
        <p>
          <button type="submit" class="quiet">
            ${
              isAccountClient(signingIn.interaction.params['client_id'])
                ? wording.of('signOn.account.leave')
                : wording.of('signOn.signIn.leave', {
                    site: inLanguage(context.locale, client.displayNameFr, client.displayNameEn),
                  })
            }
          </button>
        </p>
      </form>`,
  };
}

/** A form that ends at the site is held to that by the browser. */
export function leadsTo({ interaction }: SigningIn): readonly string[] {
  const { redirect_uri: redirectUri } = interaction.params;
  return typeof redirectUri === 'string' ? [redirectUri] : [];
}

/** The site may know already who is coming. */
function hintedBy({ interaction }: SigningIn, { fields }: Form): Sent {
  const hint = interaction.params['login_hint'];
  const [first] = fields;
  if (typeof hint !== 'string' || hint.length > (first?.maxLength ?? 0)) return NOTHING_SENT;
  return { ...NOTHING_SENT, typed: new Map([[first?.path.join('.') ?? '', hint]]) };
}

/** From here the realm's forms keep the sign-in under way. */
export const wayFrom = (signingIn: SigningIn): WayFrom => ({
  context: signingIn.context,
  association: signingIn.association,
  addressOf: kind => {
    if (kind === NextStepKind.FIRST_ACCESS_OR_FORGOTTEN_PASSWORD) return addressOfStep(signingIn, 'password');
    return kind === NextStepKind.FORGOTTEN_USERNAME ? addressOfStep(signingIn, 'username') : null;
  },
});
