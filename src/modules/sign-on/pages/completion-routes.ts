import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LOCALES, type Locale } from '../../../kernel/locale.ts';
import type { Context, Parts } from '../../../platform/context.ts';
import type { Form } from '../../../platform/graphql/form.ts';
import { readSecret } from '../../../platform/secrets/one-time-secret.ts';
import { dateInWords } from '../../../platform/wording/date-in-words.ts';
import { supportOf } from '../../associations/index.ts';
import { clientOfTree, realmPagePath } from '../../integrations/index.ts';
import {
  COMPLETION,
  completeFirstAccess,
  lastDayOf,
  previewCompletion,
  type CompletionFacts,
  type CompletionPreview,
} from '../../invitations/index.ts';
import { pageContext } from '../context-of.ts';
import { askForLink } from './ask-for-link.ts';
import { drawForm, NOTHING_SENT } from './draw-form.ts';
import { sendPage, type Look, type Page } from './draw-page.ts';
import { bodyOf } from './form-body.ts';
import { drawRefusal, incomplete, readRefusal, sendFormPage, type Refused } from './form-page.ts';
import { html, type Html } from './html.ts';
import { endSessionOf, readRefusalOf } from './invitation-acceptance.ts';
import { documentsIn, formNamed, readNewAccountForm } from './invitation-forms.ts';
import { drawDocuments, drawWayOn } from './invitation-page.ts';
import { tokenIn } from './link-form.ts';

const TOKEN = 'token';

/**
 * Where links on paper lead when no site of the association has a page, or none that may take passwords. The secret of
 * the link stays in the browser until the person, or the script of the page, sends it.
 */
export function addCompletionPage(server: FastifyInstance, parts: Parts): void {
  for (const locale of LOCALES) {
    const path = realmPagePath('COMPLETION', locale);
    server.get(path, (request, reply) => ask(pageContext(parts, request, null, locale), reply));
    server.post(path, (request, reply) => takeStep(parts, locale, request, reply));
  }
}

const lookIn = ({ wording }: Pick<Context, 'wording'>, association: Look['association'] = null): Look => ({
  wording,
  association,
  addressIn: other => realmPagePath('COMPLETION', other),
});

const ask = (context: Context, reply: FastifyReply, fault: Html | null = null): FastifyReply => {
  const said = html`<p>${context.wording.of('signOn.completion.unchanged')}</p>`;
  return askForLink(reply, lookIn(context), 'COMPLETION', { said, fault });
};

async function takeStep(
  parts: Parts,
  locale: Locale,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const body = bodyOf(request);
  const token = body.get(TOKEN) ?? tokenIn(body.get('input.token') ?? '');
  const context = await contextOfLink(parts, locale, request, token);
  if (context.client === null) {
    const unknown = context.wording.of('CompletionLinkUnknown');
    return ask(context, reply, html`<p role="alert">${unknown}</p>`);
  }
  try {
    const shown = await show(context, token);
    const done = body.has('input.memberNumber') ? await take(shown, body) : null;
    const send =
      done === null || 'status' in done ? sendForm(shown, reply, done) : sendPage(reply, lookOf(shown), done);
    return await send;
  } catch (fault) {
    const refused = readRefusal(context, NOTHING_SENT, fault);
    if (refused.problem === null) throw fault;
    const wayOn = drawWayOn(context, '', refused.problem);
    return ask(context, reply, html`${drawRefusal(context, refused)} ${wayOn}`);
  }
}

/** A link belongs to a tree: what is done with it is done on behalf of a client of that tree. */
async function contextOfLink(
  parts: Parts,
  locale: Locale,
  request: FastifyRequest,
  token: string,
): Promise<Context> {
  const found = await readSecret<CompletionFacts>(parts, COMPLETION, token);
  const client = found.state === 'UNKNOWN' ? null : await clientOfTree(parts, found.facts.rootId);
  return pageContext(parts, request, client, locale);
}

interface Shown {
  readonly context: Context;
  readonly token: string;
  readonly preview: CompletionPreview;
  readonly form: Form;
}

async function show(context: Context, token: string): Promise<Shown> {
  const preview = await previewCompletion(context, token);
  if (preview.form === null) throw new Error('the page of the realm takes passwords');
  const form = formNamed(context.wording, [preview.form], 'completeFirstAccess');
  return { context, token, preview, form };
}

const lookOf = ({ context, preview }: Shown): Look => lookIn(context, preview.association);

function sendForm(shown: Shown, reply: FastifyReply, refused: Refused | null = null): FastifyReply {
  const { context, token, preview, form } = shown;
  const { wording, locale } = context;
  const { association, greeting, documents, expiresAt } = preview;
  const lastDay = dateInWords(lastDayOf(expiresAt, association.timeZone), locale);
  const content = html`${drawRefusal(context, refused)} ${drawWayOn(context, '', refused?.problem ?? null)}
    <p>${greeting}</p>
    <p>${wording.of('signOn.completion.lastDay', { lastDay })}</p>
    ${drawDocuments(wording, association, documents)}
    ${drawForm(wording, {
      form,
      action: realmPagePath('COMPLETION', locale),
      hidden: { [TOKEN]: token },
      sent: refused?.sent ?? NOTHING_SENT,
    })}`;
  return sendFormPage(reply, lookOf(shown), { title: form.title, content }, refused);
}

/** Opens the account. The browser stays signed out: the account's sites are elsewhere. */
async function take(shown: Shown, body: ReadonlyMap<string, string>): Promise<Page | Refused> {
  const { context, token, form, preview } = shown;
  const { wording } = context;
  const { sent, locale } = readNewAccountForm(wording, form, body);
  if (locale === null || sent.faults.size > 0) return incomplete(sent);
  try {
    const { session } = await completeFirstAccess(context, {
      token,
      memberNumber: sent.typed.get('input.memberNumber') ?? '',
      username: sent.typed.get('input.username') ?? null,
      password: sent.typed.get('input.password') ?? '',
      locale,
      acceptedDocuments: documentsIn(form, sent.typed),
    });
    await endSessionOf(context, session);
  } catch (fault) {
    return readRefusalOf(shown, sent, fault);
  }
  const { website } = supportOf(preview.association, wording);
  return {
    title: wording.of('signOn.completion.done.title'),
    content: html`<p role="status">${wording.of('signOn.completion.done.said')}</p>
      <p><a href="${website}">${website}</a></p>`,
  };
}
