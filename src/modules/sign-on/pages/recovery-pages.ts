import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../../../platform/context.ts';
import type { Form } from '../../../platform/graphql/form.ts';
import {
  formAsksNames,
  passwordResetForm,
  recoveryAskedAnswer,
  requestPasswordReset,
  requestUsernameReminder,
  usernameReminderForm,
} from '../../accounts/index.ts';
import { drawForm, NOTHING_SENT } from './draw-form.ts';
import { sendPage } from './draw-page.ts';
import { bodyOf } from './form-body.ts';
import { drawRefusal, readRefusal, type Refused } from './form-page.ts';
import { html } from './html.ts';
import { readForm } from './read-form.ts';
import { addressOfStep, type SigningIn, type Step } from './signing-in.ts';

/** A way on for whoever cannot sign in: a form of the API and the act that it is for. */
export interface Help {
  readonly step: Step;
  form(signingIn: SigningIn): Promise<Form>;
  ask(context: Context, typed: ReadonlyMap<string, string>): Promise<void>;
}

const namesIn = (
  typed: ReadonlyMap<string, string>,
): { givenName: string | null; familyName: string | null } => ({
  givenName: typed.get('input.givenName') ?? null,
  familyName: typed.get('input.familyName') ?? null,
});

export const PASSWORD_HELP: Help = {
  step: 'password',
  form: async ({ context, association: { identifierPolicy } }) =>
    passwordResetForm(context.wording, { identifierPolicy, asksNames: await formAsksNames(context) }),
  ask: (context, typed) =>
    requestPasswordReset(context, {
      identifier: typed.get('input.identifier') ?? '',
      ...namesIn(typed),
      idempotencyKey: undefined,
    }),
};

export const USERNAME_HELP: Help = {
  step: 'username',
  form: async ({ context }) =>
    usernameReminderForm(context.wording, { asksNames: await formAsksNames(context) }),
  ask: (context, typed) =>
    requestUsernameReminder(context, {
      address: typed.get('input.address') ?? '',
      ...namesIn(typed),
      idempotencyKey: undefined,
    }),
};

export async function askForHelp(
  signingIn: SigningIn,
  reply: FastifyReply,
  help: Help,
  refused: Refused | null = null,
): Promise<FastifyReply> {
  const { context, look, proof, address } = signingIn;
  const form = await help.form(signingIn);
  const content = html`${drawRefusal(context, refused)}
    ${drawForm(context.wording, {
      form,
      action: addressOfStep(signingIn, help.step),
      hidden: { proof },
      sent: refused?.sent ?? NOTHING_SENT,
    })}
    <p><a href="${address}">${context.wording.of('signOn.page.back')}</a></p>`;
  return sendPage(reply, look, { title: form.title, content }, refused?.status ?? 200);
}

/** The answer is the same for everybody: what came of it is for the mailbox. */
export async function takeHelp(
  signingIn: SigningIn,
  request: FastifyRequest,
  reply: FastifyReply,
  help: Help,
): Promise<FastifyReply> {
  const { context, look, address } = signingIn;
  const form = await help.form(signingIn);
  const sent = readForm(context.wording, form, bodyOf(request));
  if (sent.faults.size > 0)
    return askForHelp(signingIn, reply, help, { status: 422, sent, problem: null, busySeconds: null });
  try {
    await help.ask(context, sent.typed);
  } catch (fault) {
    return askForHelp(signingIn, reply, help, readRefusal(context, sent, fault));
  }
  const { message, next } = recoveryAskedAnswer(context);
  const content = html`<p role="status">${message}</p>
    <p><a href="${address}">${context.wording.of('signOn.page.back')}</a></p>`;
  return sendPage(reply, look, { title: next.label(context), content });
}
