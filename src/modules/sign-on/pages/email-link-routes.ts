import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LOCALES, type Locale } from '../../../kernel/locale.ts';
import type { Context, Parts } from '../../../platform/context.ts';
import { NextStep, NextStepKind } from '../../../platform/graphql/next-step.ts';
import type { Problem } from '../../../platform/problem.ts';
import { demandUsableLink, findEmailLink, useEmailLink, type EmailLink } from '../../accounts/index.ts';
import { supportOf } from '../../associations/index.ts';
import { clientOfTree, realmPagePath } from '../../integrations/index.ts';
import { ADDRESSES } from '../addresses.ts';
import { associationOfPage, pageContext } from '../context-of.ts';
import { askForLink } from './ask-for-link.ts';
import { NOTHING_SENT } from './draw-form.ts';
import { sendPage, type Look } from './draw-page.ts';
import { bodyOf } from './form-body.ts';
import { readRefusal } from './form-page.ts';
import { html } from './html.ts';
import { tokenIn } from './link-form.ts';
import { inLocale } from './page-locale.ts';
import { drawWaysOn, stepsAfter, stepsOf, wayFromOutside } from './draw-ways-on.ts';

const TOKEN = 'token';

/**
 * Where mailed links about addresses and lost devices lead when no site of the association has a page: to confirm an
 * address, or to say no to what staff were asked for. The secret stays in the browser until the person, or the script
 * of the page, sends it, and nothing is done before a button is pressed.
 */
export function addEmailLinkPage(server: FastifyInstance, parts: Parts): void {
  for (const locale of LOCALES) {
    const path = realmPagePath('EMAIL_CONFIRMATION', locale);
    server.get(path, (_request, reply) => askForLink(reply, lookIn(parts, locale), 'EMAIL_CONFIRMATION'));
    server.post(path, (request, reply) => takeStep(parts, locale, request, reply));
  }
}

const lookIn = (
  { wordings }: Pick<Parts, 'wordings'>,
  locale: Locale,
  association: Look['association'] = null,
): Look => ({
  wording: wordings.in(locale),
  association,
  addressIn: other => realmPagePath('EMAIL_CONFIRMATION', other),
});

async function takeStep(
  parts: Parts,
  locale: Locale,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const body = bodyOf(request);
  const token = body.get(TOKEN) ?? tokenIn(body.get('input.token') ?? '');
  const link = await findEmailLink(parts, token);
  // A link belongs to a tree: what is done with it is done on behalf of a client of that tree.
  const client = link && (await clientOfTree(parts, link.rootId));
  if (!link || !client) return askAgain(reply, lookIn(parts, locale));
  const context = pageContext(parts, request, client, locale);
  try {
    if (!body.has(TOKEN)) return await ask(context, reply, link, token);
    await useEmailLink(context, link.kind, token);
    return await sayDone(context, reply, link);
  } catch (fault) {
    const { problem } = readRefusal(context, NOTHING_SENT, fault);
    if (problem === null) throw fault;
    return sayRefused(context, reply, problem);
  }
}

/** Nothing says for which association a link was that never was one. */
function askAgain(reply: FastifyReply, look: Look): FastifyReply {
  const { wording } = look;
  return askForLink(reply, look, 'EMAIL_CONFIRMATION', {
    fault: html`<p role="alert">${wording.of('ConfirmationTokenUnknown')}</p>
      <p>${wording.of('signOn.realmPage.write')}</p>`,
  });
}

/** Why the link does nothing any more, and what is left to do: there is no other code to type. */
async function sayRefused(context: Context, reply: FastifyReply, problem: Problem): Promise<FastifyReply> {
  const { wording, locale } = context;
  const association = await associationOfPage(context);
  const from = await wayFromOutside(context, association);
  const content = html`<p role="alert">${problem.message(context)}</p>
    ${drawWaysOn(from, stepsAfter(stepsOf(problem), [new NextStep(NextStepKind.CONTACT_SUPPORT)]))}`;
  const title = wording.of('signOn.realmPage.title.EMAIL_CONFIRMATION');
  return sendPage(reply, lookIn(context, locale, association), { title, content }, 422);
}

/** Says what the link is for, with the button that does it. */
async function ask(
  context: Context,
  reply: FastifyReply,
  link: EmailLink,
  token: string,
): Promise<FastifyReply> {
  await demandUsableLink(context, link);
  const { wording, locale } = context;
  const say = (key: string): string => wording.of(`signOn.emailLink.${link.kind}.${key}`);
  const action = realmPagePath('EMAIL_CONFIRMATION', locale);
  const content = html`<p>${say('text')}</p>
    <form method="post" action="${action}">
      <input type="hidden" name="${TOKEN}" value="${token}" />
      <p><button type="submit">${say('button')}</button></p>
    </form>`;
  const look = lookIn(context, locale, await associationOfPage(context));
  return sendPage(reply, look, { title: say('title'), content });
}

async function sayDone(context: Context, reply: FastifyReply, { kind }: EmailLink): Promise<FastifyReply> {
  const { wording, locale } = context;
  const say = (key: string): string => wording.of(`signOn.emailLink.${kind}.done.${key}`);
  const association = await associationOfPage(context);
  const support = kind === 'KEEP_ADDRESS' ? supportOf(association, wording) : null;
  const content = html`<p role="status">${say('said')}</p>
    ${support && html`<p>${support.text}</p>`}
    ${kind === 'KEEP_FACTORS' && html`<p><a href="${inLocale(ADDRESSES.security, locale)}">${say('todo')}</a></p>`}`;
  return sendPage(reply, lookIn(context, locale, association), { title: say('title'), content });
}
