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
import { supportOf } from '../../associations/index.ts';
import { clientOfTree, realmHelpPath, realmPagePath } from '../../integrations/index.ts';
import { associationOfPage, pageContext } from '../context-of.ts';
import { askForLink } from './ask-for-link.ts';
import { keepBrowserToken } from './browser-cookie.ts';
import { drawForm, NOTHING_SENT } from './draw-form.ts';
import { sendPage, type Look } from './draw-page.ts';
import { bodyOf } from './form-body.ts';
import { drawRefusal, incomplete, readRefusal, sendFormPage, type Refused } from './form-page.ts';
import { helpPlace } from './help-routes.ts';
import { html } from './html.ts';
import { tokenIn } from './link-form.ts';
import { readFormWithRepeats } from './read-form.ts';
import { askForHelp, PASSWORD_HELP } from './recovery-pages.ts';
import { signInAddressFor } from './draw-ways-on.ts';

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
  const context = await contextOfLink(parts, locale, request, token);
  if (context === null) return askAgain(parts, reply, locale);
  try {
    if (!body.has('input.newPassword')) return await askForPassword(context, reply, token);
    return await takePassword(context, reply, token, body);
  } catch (fault) {
    const refused = readRefusal(context, NOTHING_SENT, fault);
    if (refused.problem === null) throw fault;
    // The start is the form that mails a fresh link.
    const place = await helpPlace(context, await associationOfPage(context), 'FORGOTTEN_PASSWORD');
    return askForHelp(place, reply, PASSWORD_HELP, refused);
  }
}

/** Nothing says for which association a link was that never was one. */
function askAgain(parts: Parts, reply: FastifyReply, locale: Locale): FastifyReply {
  const look = lookIn(parts, locale);
  const { wording } = look;
  return askForLink(reply, look, 'PASSWORD_RESET', {
    fault: html`<p role="alert">${wording.of('PasswordResetTokenUnknown')}</p>
      <p>
        <a href="${realmHelpPath('FORGOTTEN_PASSWORD', locale)}">${wording.of('signOn.newPassword.again')}</a>
      </p>`,
  });
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
  const action = realmPagePath('PASSWORD_RESET', context.locale);
  const content = html`${drawRefusal(context, refused)}
    <p>${greeting}</p>
    ${drawForm(context.wording, { form, action, hidden: { [TOKEN]: token }, sent: refused?.sent ?? NOTHING_SENT })}`;
  const look = lookIn(context, context.locale, await associationOfPage(context));
  return sendFormPage(reply, look, { title: form.title, content }, refused);
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
  if (sent.faults.size > 0) return askForPassword(context, reply, token, incomplete(sent));

  const newPassword = sent.typed.get('input.newPassword') ?? '';
  try {
    const { deviceToken } = await resetPassword(context, { token, newPassword, idempotencyKey: undefined });
    // Strangers who spend the account's guesses do not keep its owner out of this browser.
    keepBrowserToken(reply, context.settings, deviceToken);
  } catch (fault) {
    const refused = readRefusal(context, sent, fault);
    if (refused.problem !== null) throw fault;
    return askForPassword(context, reply, token, refused);
  }
  const association = await associationOfPage(context);
  const { website } = supportOf(association, wording);
  const title = wording.of('signOn.newPassword.done.title');
  const content = html`<p role="status">${wording.of('signOn.newPassword.done.said')}</p>
    <p><a href="${website}">${website}</a></p>
    <p>
      <a href="${await signInAddressFor(context, association)}"
        >${wording.of('signOn.newPassword.done.here')}</a
      >
    </p>`;
  return sendPage(reply, lookIn(context, context.locale, association), { title, content });
}
