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
import { supportOf, type AssociationEntity } from '../../associations/index.ts';
import { drawForm, drawHidden, NOTHING_SENT } from './draw-form.ts';
import { sendPage, type Look } from './draw-page.ts';
import { bodyOf } from './form-body.ts';
import { drawRefusal, incomplete, readRefusal, sendFormPage, type Refused } from './form-page.ts';
import { html } from './html.ts';
import { readForm } from './read-form.ts';
import { addressOfStep, type SigningIn, type Step } from './signing-in.ts';

/** A way on for whoever cannot sign in: a form of the API and the act that it is for. */
export interface Help {
  form(place: Pick<HelpPlace, 'context' | 'association'>): Promise<Form>;
  ask(context: Context, typed: ReadonlyMap<string, string>): Promise<void>;
}

/** Where the form stands: in a sign-in under way, or by itself. */
export interface HelpPlace {
  readonly context: Context;
  readonly association: AssociationEntity;
  readonly look: Look;
  /** Where the form is sent. */
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
  /** Of the sign-in. */
  readonly back: string;
}

const namesIn = (
  typed: ReadonlyMap<string, string>,
): { givenName: string | null; familyName: string | null } => ({
  givenName: typed.get('input.givenName') ?? null,
  familyName: typed.get('input.familyName') ?? null,
});

export const PASSWORD_HELP: Help = {
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
  form: async ({ context }) =>
    usernameReminderForm(context.wording, { asksNames: await formAsksNames(context) }),
  ask: (context, typed) =>
    requestUsernameReminder(context, {
      address: typed.get('input.address') ?? '',
      ...namesIn(typed),
      idempotencyKey: undefined,
    }),
};

/** In a sign-in under way, which goes on afterwards. */
export const duringSignIn = (signingIn: SigningIn, step: Step): HelpPlace => ({
  context: signingIn.context,
  association: signingIn.association,
  look: signingIn.look,
  action: addressOfStep(signingIn, step),
  hidden: { proof: signingIn.proof },
  back: signingIn.address,
});

export async function askForHelp(
  place: HelpPlace,
  reply: FastifyReply,
  help: Help,
  refused: Refused | null = null,
): Promise<FastifyReply> {
  const { context, association, look, action, hidden, back } = place;
  const { wording } = context;
  const form = await help.form(place);
  const content = html`${drawRefusal(context, refused)}
    ${drawForm(wording, { form, action, hidden, sent: refused?.sent ?? NOTHING_SENT })}
    <p>${supportOf(association, wording).text}</p>
    <p><a href="${back}">${wording.of('signOn.page.back')}</a></p>`;
  return sendFormPage(reply, look, { title: form.title, content }, refused);
}

/** The answer is the same for everybody: what came of it is for the mailbox. */
export async function takeHelp(
  place: HelpPlace,
  request: FastifyRequest,
  reply: FastifyReply,
  help: Help,
): Promise<FastifyReply> {
  const { context } = place;
  const form = await help.form(place);
  const sent = readForm(context.wording, form, bodyOf(request));
  if (sent.faults.size > 0) return askForHelp(place, reply, help, incomplete(sent));
  try {
    await help.ask(context, sent.typed);
  } catch (fault) {
    return askForHelp(place, reply, help, readRefusal(context, sent, fault));
  }
  return sayAsked(place, reply, sent.typed);
}

/** Mail can be slow, or be asked for in vain: the same answers can be sent once more from here. */
function sayAsked(
  { context, association, look, action, hidden, back }: HelpPlace,
  reply: FastifyReply,
  typed: ReadonlyMap<string, string>,
): FastifyReply {
  const { wording } = context;
  const { message, next } = recoveryAskedAnswer(context);
  const minutes = Math.ceil((next.retryAfterSeconds ?? 0) / 60);
  const content = html`<p role="status">${message}</p>
    <section aria-labelledby="nothing-came">
      <h2 id="nothing-came">${wording.of('signOn.help.nothingCame')}</h2>
      <p>${wording.of('signOn.help.wait', { minutes })}</p>
      <form method="post" action="${action}">
        ${drawHidden({ ...hidden, ...Object.fromEntries(typed) })}
        <p><button type="submit" class="quiet">${wording.of('signOn.help.again')}</button></p>
      </form>
      <p>${supportOf(association, wording).text}</p>
    </section>
    <p><a href="${back}">${wording.of('signOn.page.back')}</a></p>`;
  return sendPage(reply, look, { title: next.label(context), content });
}
