import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context, Parts } from '../../../platform/context.ts';
import type { Form } from '../../../platform/graphql/form.ts';
import { ProblemAtField } from '../../../platform/graphql/problem-at-field.ts';
import { Refusal } from '../../../platform/problem.ts';
import {
  beginPasskeyRegistration,
  confirmTotp,
  confirmTotpForm,
  enrollTotp,
  factorsOfAccount,
  passkeyForm,
  PasskeysUnavailable,
  regenerateRecoveryCodes,
  registerPasskey,
  removeSecondFactor,
  SignInTooOld,
} from '../../accounts/index.ts';
import { ADDRESSES } from '../addresses.ts';
import type { Providers } from '../provider/providers.ts';
import { isBackFromSignIn } from './back-from-sign-in.ts';
import { NOTHING_SENT, type Sent } from './draw-form.ts';
import { sendPage, type Page } from './draw-page.ts';
import { bodyOf } from './form-body.ts';
import { readRefusal, type Refused } from './form-page.ts';
import { lookOfRealm } from './over-page.ts';
import { readForm } from './read-form.ts';
import { codesPage, enrolmentPage, securityPage } from './security-page.ts';
import { signInAddress } from './sign-in-for-account.ts';
import { contextOf, isOwnForm, proofOf, whoIsHere, type Here } from './who-is-here.ts';

/** One form that was sent: whose, and as what. */
interface Sending {
  readonly context: Context;
  readonly proof: string;
  readonly body: ReadonlyMap<string, string>;
}

/** Each is done once: the page is asked for anew after it, and the forms carry no key. */
const NO_KEY = { idempotencyKey: undefined };

/** The realm's page for second factors: they serve every site whose people sign in here. */
export function addSecurityPage(server: FastifyInstance, parts: Parts, providers: Providers): void {
  const asHere =
    (answer: (here: Here, context: Context, request: FastifyRequest) => Promise<Page | Refused>) =>
    async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      const { addressIn, wording } = lookOfRealm(parts, request);
      const here = await whoIsHere(await providers.current(), request, reply);
      const to = { page: ADDRESSES.security, again: false } as const;
      if (here === null) return await reply.redirect(signInAddress(to, wording.locale), 303);
      if (isBackFromSignIn(request)) return await reply.redirect(addressIn(wording.locale), 303);
      const context = await contextOf(parts, request, here);
      const answered = await answer(here, context, request);
      const refused = 'status' in answered ? answered : null;
      const page =
        'status' in answered
          ? await show(parts, here, await contextOf(parts, request, here), answered)
          : answered;
      return sendPage(reply, lookOfRealm(parts, request), page, refused?.status ?? 200);
    };

  server.get(
    ADDRESSES.security,
    asHere((here, context) => show(parts, here, context, null)),
  );
  server.post(
    ADDRESSES.security,
    asHere((here, context, request) =>
      isOwnForm(parts, request, here)
        ? act({ context, proof: proofOf(parts, here), body: bodyOf(request) }, () =>
            contextOf(parts, request, here).then(fresh => show(parts, here, fresh, null)),
          )
        : show(parts, here, context, null),
    ),
  );
}

async function show(parts: Parts, here: Here, context: Context, refused: Refused | null): Promise<Page> {
  const factors = await context.load(factorsOfAccount, here.accountId);
  const passkeys = await passkeysNow(context);
  return securityPage({ context, proof: proofOf(parts, here), factors, refused, ...passkeys });
}

/** Beginning to add a passkey leaves nothing behind, and says whether anything can be changed now. */
async function passkeysNow(
  context: Context,
): Promise<{ readonly isFresh: boolean; readonly passkeyOptions: string | null }> {
  try {
    return { isFresh: true, passkeyOptions: await beginPasskeyRegistration(context, NO_KEY) };
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    if (fault.problem instanceof PasskeysUnavailable) return { isFresh: true, passkeyOptions: null };
    if (fault.problem instanceof SignInTooOld) return { isFresh: false, passkeyOptions: null };
    throw fault;
  }
}

/** Does what a form asks for; `settled` is the page as it stands afterwards. */
async function act(sending: Sending, settled: () => Promise<Page>): Promise<Page | Refused> {
  const { context, body } = sending;
  const wanted = body.get('act');
  try {
    if (wanted === 'app') return enrolmentPage(sending, await enrollTotp(context, NO_KEY));
    if (wanted === 'confirm') return await confirmApp(sending, settled);
    if (wanted === 'passkey') return await addPasskey(sending, settled);
    if (wanted === 'codes') return codesPage(context, await regenerateRecoveryCodes(context, NO_KEY));
    if (wanted === 'remove')
      await removeSecondFactor(context, { secondFactorId: body.get('factor') ?? '', ...NO_KEY });
    return await settled();
  } catch (fault) {
    return readRefusal(context, NOTHING_SENT, fault);
  }
}

async function confirmApp(sending: Sending, settled: () => Promise<Page>): Promise<Page> {
  const { context, body } = sending;
  const { sent, refused } = readTyped(context, confirmTotpForm(context.wording), body);
  if (refused) return enrolmentPage(sending, null, refused);
  try {
    const codes = await confirmTotp(context, { code: sent.typed.get('input.code') ?? '', ...NO_KEY });
    return codes === null ? await settled() : codesPage(context, codes);
  } catch (fault) {
    if (!(fault instanceof Refusal && fault.problem instanceof ProblemAtField)) throw fault;
    return enrolmentPage(sending, null, readRefusal(context, sent, fault));
  }
}

async function addPasskey({ context, body }: Sending, settled: () => Promise<Page>): Promise<Page | Refused> {
  const { sent, refused } = readTyped(context, passkeyForm(context.wording), body);
  if (refused) return refused;
  try {
    const passkey = body.get('input.passkey') ?? '';
    const codes = await registerPasskey(context, {
      passkey,
      name: sent.typed.get('input.name') ?? '',
      ...NO_KEY,
    });
    return codes === null ? await settled() : codesPage(context, codes);
  } catch (fault) {
    return readRefusal(context, sent, fault);
  }
}

function readTyped(
  { wording }: Context,
  form: Form,
  body: ReadonlyMap<string, string>,
): { readonly sent: Sent; readonly refused: Refused | null } {
  const sent = readForm(wording, form, body);
  return {
    sent,
    refused: sent.faults.size > 0 ? { status: 422, sent, problem: null, busySeconds: null } : null,
  };
}
