import type { FastifyReply, FastifyRequest } from 'fastify';
import { TooManyAttempts } from '../../../platform/graphql/too-many-attempts.ts';
import {
  OwedSecondFactor,
  SecondFactorKind,
  verifySecondFactor,
  type FactorVerified,
} from '../../accounts/index.ts';
import { browserTokenOf } from './browser-cookie.ts';
import { drawForm, nameOf, NOTHING_SENT, type Sent } from './draw-form.ts';
import { sendPage } from './draw-page.ts';
import { bodyOf } from './form-body.ts';
import { drawRefusal, readRefusal, type Refused } from './form-page.ts';
import { html } from './html.ts';
import { drawPasskeyForm, PASSKEY_SCRIPT_PATH } from './passkey-form.ts';
import { readForm } from './read-form.ts';
import { leadsTo } from './sign-in-page.ts';
import { addressOfStep, type SigningIn } from './signing-in.ts';

/** What comes of a proof. */
export interface AfterFactor {
  enter(verified: FactorVerified): Promise<FastifyReply>;
  /** The password has to be given again. */
  startOver(refused: Refused): FastifyReply | Promise<FastifyReply>;
}

const CHALLENGE = 'challenge';
const METHODS = 'methods';
const OPTIONS = 'options';

/**
 * The second step of signing in: a passkey of the realm's host where scripts run, and the forms of the API, one for
 * each kind of code that the account has.
 */
export function askForFactor(
  signingIn: SigningIn,
  reply: FastifyReply,
  owed: OwedSecondFactor,
  refused: Refused | null = null,
): FastifyReply {
  const { context, look, proof } = signingIn;
  const { wording } = context;
  const { passkeyOptions } = owed;
  const hidden = {
    proof,
    [CHALLENGE]: owed.challenge,
    [METHODS]: owed.methods.join(' '),
    [OPTIONS]: passkeyOptions ?? '',
  };
  const action = addressOfStep(signingIn, 'factor');
  const forms = owed.forms(context);
  const content = html`${drawRefusal(context, refused)}
    ${forms.length === 0 && html`<p data-without-passkey>${wording.of('signOn.factor.none')}</p>`}
    ${
      passkeyOptions !== null &&
      drawPasskeyForm(wording, {
        action,
        hidden,
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
            hidden,
            sent: refused === null ? NOTHING_SENT : { typed: new Map(), faults: refused.sent.faults },
          })}
        </section>`,
    )}
    <p><a href="${signingIn.address}">${wording.of('signOn.page.back')}</a></p>`;
  // The page is the answer to a form: in the other language it begins with the password again.
  return sendPage(
    reply,
    { ...look, addressIn: locale => signingIn.look.addressIn(locale).replace('/factor?', '?') },
    {
      title: wording.of('signOn.factor.title'),
      content,
      leadsTo: leadsTo(signingIn),
      ...(passkeyOptions !== null && { script: PASSKEY_SCRIPT_PATH }),
    },
    refused?.status ?? 200,
  );
}

export async function takeFactor(
  signingIn: SigningIn,
  request: FastifyRequest,
  reply: FastifyReply,
  after: AfterFactor,
): Promise<FastifyReply> {
  const { context } = signingIn;
  const body = bodyOf(request);
  const owed = owedIn(body);
  const form = owed.forms(context).find(({ fields }) => fields.some(field => body.has(nameOf(field))));
  const sent: Sent = form ? readForm(context.wording, form, body) : NOTHING_SENT;
  if (sent.faults.size > 0)
    return askForFactor(signingIn, reply, owed, { status: 422, sent, problem: null, busySeconds: null });
  try {
    const verified = await verifySecondFactor(context, {
      challenge: owed.challenge,
      code: sent.typed.get('input.code'),
      recoveryCode: sent.typed.get('input.recoveryCode'),
      passkey: body.get('input.passkey') || undefined,
      deviceToken: browserTokenOf(request, context.settings),
    });
    return await after.enter(verified);
  } catch (fault) {
    const refused = readRefusal(context, sent, fault);
    const isForThisPage = refused.problem === null || refused.problem instanceof TooManyAttempts;
    return isForThisPage ? askForFactor(signingIn, reply, owed, refused) : after.startOver(refused);
  }
}

/** What was asked for, for drawing it again: whether it is owed is judged by the challenge alone. */
function owedIn(body: ReadonlyMap<string, string>): OwedSecondFactor {
  const named = body.get(METHODS)?.split(' ') ?? [];
  return new OwedSecondFactor({
    challenge: body.get(CHALLENGE) ?? '',
    expiresAt: new Date(0),
    methods: Object.values(SecondFactorKind).filter(kind => named.includes(kind)),
    passkeyOptions: body.get(OPTIONS) || null,
  });
}
