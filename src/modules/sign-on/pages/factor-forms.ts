import type { FastifyRequest } from 'fastify';
import type { Context } from '../../../platform/context.ts';
import { TooManyAttempts } from '../../../platform/graphql/too-many-attempts.ts';
import {
  OwedSecondFactor,
  SecondFactorKind,
  verifySecondFactor,
  type FactorVerified,
  type OwedTo,
  type VerifySecondFactor,
} from '../../accounts/index.ts';
import { supportOf } from '../../associations/index.ts';
import { browserTokenOf } from './browser-cookie.ts';
import { drawForm, nameOf, NOTHING_SENT, type Sent } from './draw-form.ts';
import type { Page } from './draw-page.ts';
import { drawWaysAfterSignIn, type WayFrom } from './draw-ways-on.ts';
import { bodyOf } from './form-body.ts';
import { drawRefusal, incomplete, readRefusal, type Refused } from './form-page.ts';
import { html, type Html } from './html.ts';
import { drawPasskeyForm, PASSKEY_SCRIPT_PATH } from './passkey-form.ts';
import { readForm } from './read-form.ts';

/** What the forms carry, so that nothing is kept between asking for a factor and its proof. */
export const CHALLENGE = 'challenge';
const METHODS = 'methods';
const OPTIONS = 'options';

export interface DrawnFactors {
  readonly owed: OwedSecondFactor;
  readonly action: string;
  /** What the forms carry besides. */
  readonly hidden: Readonly<Record<string, string>>;
  readonly refused: Refused | null;
}

/** A passkey of the realm's host where scripts run, and the forms of the API, one for each kind of code. */
export async function drawFactors(from: WayFrom, drawn: DrawnFactors): Promise<Html> {
  const { context, association } = from;
  const { owed, action, hidden, refused } = drawn;
  const { wording } = context;
  const { passkeyOptions } = owed;
  const carried = {
    ...hidden,
    [CHALLENGE]: owed.challenge,
    [METHODS]: owed.methods.join(' '),
    [OPTIONS]: passkeyOptions ?? '',
  };
  const forms = owed.forms(context);
  const wasRefused = refused !== null && refused.busySeconds === null;
  return html`${drawRefusal(context, refused)}
  ${wasRefused && (await drawWaysAfterSignIn(from, refused.nextSteps))}
  ${
    forms.length === 0 &&
    html`<div data-without-passkey>
      <p>${wording.of('signOn.factor.none')}</p>
      <p>${supportOf(association, wording).text}</p>
    </div>`
  }
  ${
    passkeyOptions !== null &&
    drawPasskeyForm(wording, {
      action,
      hidden: carried,
      options: passkeyOptions,
      submitLabel: wording.of('signOn.passkey.use'),
      fault: refused?.sent.faults.get('input.passkey') ?? null,
    })
  }
  ${forms.map(
    form =>
      html`<section>
        <h2>${form.title}</h2>
        ${drawForm(wording, {
          form,
          action,
          hidden: carried,
          sent: refused === null ? NOTHING_SENT : { typed: new Map(), faults: refused.sent.faults },
        })}
      </section>`,
  )}`;
}

/** What a page with these forms runs. */
export const scriptOfFactors = ({ passkeyOptions }: OwedSecondFactor): Pick<Page, 'script'> =>
  passkeyOptions === null ? {} : { script: PASSKEY_SCRIPT_PATH };

/** What was asked for, for drawing it again: whether it is owed is judged by the challenge alone. */
export function owedIn(body: ReadonlyMap<string, string>, to?: OwedTo): OwedSecondFactor {
  const named = body.get(METHODS)?.split(' ') ?? [];
  return new OwedSecondFactor({
    challenge: body.get(CHALLENGE) ?? '',
    expiresAt: new Date(0),
    methods: Object.values(SecondFactorKind).filter(kind => named.includes(kind)),
    passkeyOptions: body.get(OPTIONS) || null,
    ...(to && { to }),
  });
}

export type Proved<T> =
  { readonly verified: T; readonly refused: null } | { readonly verified: null; readonly refused: Refused };

/** Judges the proof that one of these forms brought to a sign-in. */
export function takeProof(context: Context, request: FastifyRequest): Promise<Proved<FactorVerified>> {
  const deviceToken = browserTokenOf(request, context.settings);
  return proveBy(context, bodyOf(request), proof => verifySecondFactor(context, { ...proof, deviceToken }));
}

/** The same for whatever the factor is owed to. */
export async function proveBy<T>(
  context: Context,
  body: ReadonlyMap<string, string>,
  prove: (proof: Omit<VerifySecondFactor, 'deviceToken'>) => Promise<T>,
): Promise<Proved<T>> {
  const owed = owedIn(body);
  const form = owed.forms(context).find(({ fields }) => fields.some(field => body.has(nameOf(field))));
  const sent: Sent = form ? readForm(context.wording, form, body) : NOTHING_SENT;
  if (sent.faults.size > 0) return { verified: null, refused: incomplete(sent) };
  try {
    const verified = await prove({
      challenge: owed.challenge,
      code: sent.typed.get('input.code'),
      recoveryCode: sent.typed.get('input.recoveryCode'),
      passkey: body.get('input.passkey') || undefined,
    });
    return { verified, refused: null };
  } catch (fault) {
    return { verified: null, refused: readRefusal(context, sent, fault) };
  }
}

/** Whether another proof may be given; else the password has to be given again. */
export const isStillOwed = ({ problem }: Refused): boolean =>
  problem === null || problem instanceof TooManyAttempts;
