import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LOCALES, type Locale } from '../../../kernel/locale.ts';
import type { Context, Parts } from '../../../platform/context.ts';
import { readSecret } from '../../../platform/secrets/one-time-secret.ts';
import {
  PASSWORD_RESET,
  previewPasswordReset,
  resetPassword,
  type ResetFacts,
} from '../../accounts/index.ts';
import { associationById } from '../../associations/index.ts';
import { clientOfTree, realmPagePath } from '../../integrations/index.ts';
import { pageContext } from '../context-of.ts';
import { askForLink } from './ask-for-link.ts';
import { drawForm, NOTHING_SENT } from './draw-form.ts';
import { sendPage, type Look } from './draw-page.ts';
import { bodyOf } from './form-body.ts';
import { drawRefusal, readRefusal, type Refused } from './form-page.ts';
import { html } from './html.ts';
import { tokenIn } from './link-form.ts';
import { readFormWithRepeats } from './read-form.ts';

const TOKEN = 'token';

/**
 * Where mailed links to set a password lead when no site of the association has a page, or none that may take
 * passwords. The secret of the link stays in the browser until the person, or the script of the page, sends it.
 */
export function addNewPasswordPage(server: FastifyInstance, parts: Parts): void {
  for (const locale of LOCALES) {
    const path = realmPagePath('PASSWORD_RESET', locale);
    server.get(path, (_request, reply) => askForLink(reply, lookIn(parts, locale), 'PASSWORD_RESET'));
    server.post(path, (request, reply) => takeStep(parts, locale, request, reply));
  }
}

const lookIn = (parts: Parts, locale: Locale, association: Look['association'] = null): Look => ({
  wording: parts.wordings.in(locale),
  association,
  addressIn: other => realmPagePath('PASSWORD_RESET', other),
});

async function takeStep(
  parts: Parts,
  locale: Locale,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const body = bodyOf(request);
  const token = body.get(TOKEN) ?? tokenIn(body.get('input.token') ?? '');
  const refuse = (said: string): FastifyReply =>
    askForLink(reply, lookIn(parts, locale), 'PASSWORD_RESET', { fault: html`<p role="alert">${said}</p>` });
  const context = await contextOfLink(parts, locale, request, token);
  if (context === null) return refuse(parts.wordings.in(locale).of('PasswordResetTokenUnknown'));
  try {
    if (!body.has('input.newPassword')) return await askForPassword(context, reply, token);
    return await takePassword(context, reply, token, body);
  } catch (fault) {
    const { problem } = readRefusal(context, NOTHING_SENT, fault);
    if (problem === null) throw fault;
    return refuse(problem.message(context));
  }
}

/** A link belongs to a tree: what is done with it is done on behalf of a client of that tree. */
async function contextOfLink(
  parts: Parts,
  locale: Locale,
  request: FastifyRequest,
  token: string,
): Promise<Context | null> {
  const found = await readSecret<ResetFacts>(parts, PASSWORD_RESET, token);
  const client = found.state === 'UNKNOWN' ? null : await clientOfTree(parts, found.facts.rootId);
  return client && pageContext(parts, request, client, locale);
}

async function askForPassword(
  context: Context,
  reply: FastifyReply,
  token: string,
  refused: Refused | null = null,
): Promise<FastifyReply> {
  const { form, greeting } = await previewPasswordReset(context, token);
  if (form === null) throw new Error('the page of the realm takes passwords');
  const association = context.client && (await context.load(associationById, context.client.associationId));
  const action = realmPagePath('PASSWORD_RESET', context.locale);
  const content = html`${drawRefusal(context, refused)}
    <p>${greeting}</p>
    ${drawForm(context.wording, { form, action, hidden: { [TOKEN]: token }, sent: refused?.sent ?? NOTHING_SENT })}`;
  const look = lookIn(context, context.locale, association);
  return sendPage(reply, look, { title: form.title, content }, refused?.status ?? 200);
}

async function takePassword(
  context: Context,
  reply: FastifyReply,
  token: string,
  body: ReadonlyMap<string, string>,
): Promise<FastifyReply> {
  const { wording } = context;
  const { form } = await previewPasswordReset(context, token);
  if (form === null) throw new Error('the page of the realm takes passwords');
  const sent = readFormWithRepeats(wording, form, body);
  if (sent.faults.size > 0)
    return askForPassword(context, reply, token, { status: 422, sent, problem: null, busySeconds: null });

  const newPassword = sent.typed.get('input.newPassword') ?? '';
  try {
    await resetPassword(context, { token, newPassword, idempotencyKey: undefined });
  } catch (fault) {
    const refused = readRefusal(context, sent, fault);
    if (refused.problem !== null) throw fault;
    return askForPassword(context, reply, token, refused);
  }
  const title = wording.of('signOn.newPassword.done.title');
  const content = html`<p role="status">${wording.of('signOn.newPassword.done.said')}</p>`;
  return sendPage(reply, lookIn(context, context.locale), { title, content });
}
