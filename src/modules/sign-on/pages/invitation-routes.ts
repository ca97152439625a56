import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { fromPublicId } from '../../../kernel/id.ts';
import { LOCALES, type Locale } from '../../../kernel/locale.ts';
import type { Context, Parts } from '../../../platform/context.ts';
import type { Problem } from '../../../platform/problem.ts';
import { OwedSecondFactor } from '../../accounts/index.ts';
import { associationById } from '../../associations/index.ts';
import { clientOfTree, realmPagePath } from '../../integrations/index.ts';
import {
  previewInvitation,
  reissueExpiredInvitation,
  treeOfInvitationCode,
} from '../../invitations/index.ts';
import { pageContext } from '../context-of.ts';
import { drawForm, NOTHING_SENT, type Sent } from './draw-form.ts';
import { sendPage } from './draw-page.ts';
import { CHALLENGE, owedIn } from './factor-forms.ts';
import { bodyOf } from './form-body.ts';
import { readRefusal, sendFormPage } from './form-page.ts';
import { html, type Html } from './html.ts';
import { acceptWithFactor, acceptWithNewAccount, acceptWithOwnAccount } from './invitation-acceptance.ts';
import { codeIn, formNamed, invitationCodeForm } from './invitation-forms.ts';
import {
  CODE,
  drawWayOn,
  factorPage,
  lookOfInvitation,
  newAccountPage,
  ownAccountPage,
  saidPage,
  WISH,
  type Shown,
} from './invitation-page.ts';
import { LINK_SCRIPT_PATH } from './link-form.ts';
import { readForm } from './read-form.ts';

/**
 * Where mailed invitations lead when no site of the association has a page for them, and where an account can be
 * opened whose site may take no password. The code stays in the browser until the person, or the script of the page,
 * sends it; it stands in each form that follows, so that nothing is kept in between.
 */
export function addInvitationPage(server: FastifyInstance, parts: Parts): void {
  for (const locale of LOCALES) {
    const path = realmPagePath('INVITATION', locale);
    server.get(path, (request, reply) => askForCode(pageContext(parts, request, null, locale), reply));
    server.post(path, (request, reply) => takeStep(parts, locale, request, reply));
  }
}

interface Fault {
  readonly sent: Sent;
  /** What stands above the form. */
  readonly said: Html;
}

function askForCode(context: Context, reply: FastifyReply, fault: Fault | null = null): FastifyReply {
  const { wording, locale } = context;
  const form = invitationCodeForm(wording);
  const action = realmPagePath('INVITATION', locale);
  const content = html`${fault?.said ?? html`<p>${wording.of('signOn.invitation.unchanged')}</p>`}
    ${drawForm(wording, { form, action, hidden: {}, sent: fault?.sent ?? NOTHING_SENT })}
    <p>${wording.of('signOn.invitation.otherLink')}</p>`;
  const script = fault === null ? { script: LINK_SCRIPT_PATH } : {};
  const page = { title: form.title, content, ...script };
  return sendPage(reply, lookOfInvitation(wording, null), page, fault === null ? 200 : 422);
}

async function takeStep(
  parts: Parts,
  locale: Locale,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const visitor = pageContext(parts, request, null, locale);
  const body = bodyOf(request);
  const carried = body.get(CODE);
  const sent =
    carried === undefined ? readForm(visitor.wording, invitationCodeForm(visitor.wording), body) : null;
  if (sent !== null && sent.faults.size > 0)
    return askForCode(visitor, reply, {
      sent,
      said: html`<p role="alert">${visitor.wording.of('signOn.page.correct')}</p>`,
    });
  const code = carried ?? codeIn(sent?.typed.get('input.code') ?? '');
  try {
    const rootId = await treeOfInvitationCode(visitor, code);
    const client = rootId === null ? null : await clientOfTree(parts, rootId);
    if (client === null)
      return await askForCode(visitor, reply, { sent: sent ?? NOTHING_SENT, said: drawUnknown(visitor) });
    // An invitation belongs to a tree: what is done with it is done on behalf of a client of that tree.
    const context = pageContext(parts, request, client, locale);
    return await takeStepWith(context, { request, reply, code, body });
  } catch (fault) {
    const { problem } = readRefusal(visitor, NOTHING_SENT, fault);
    if (problem === null) throw fault;
    return askForCode(visitor, reply, { sent: NOTHING_SENT, said: drawProblem(visitor, code, problem) });
  }
}

const drawProblem = (context: Context, code: string, problem: Problem): Html =>
  html`<p role="alert">${problem.message(context)}</p>
    ${drawWayOn(context, code, problem)}`;

const drawUnknown = ({ wording }: Context): Html =>
  html`<p role="alert">${wording.of('InvitationCodeUnknown')}</p>
    <p>${wording.of('signOn.realmPage.write')}</p>`;

interface Step {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly code: string;
  readonly body: ReadonlyMap<string, string>;
}

async function takeStepWith(context: Context, step: Step): Promise<FastifyReply> {
  const { body, code, reply } = step;
  const wish = body.get(WISH);
  if (wish === 'FRESH_ONE') {
    const { maskedAddress } = await reissueExpiredInvitation(context, { code });
    return sendPage(
      reply,
      lookOfInvitation(context.wording, null),
      saidPage(context, 'fresh', { maskedAddress }),
    );
  }
  const provesFactor = body.has(CHALLENGE);
  const ownAccount = wish === 'OWN_ACCOUNT' || provesFactor || body.has('input.identifier');
  const shown = await showInvitation(context, code, ownAccount ? 'signIn' : 'acceptInvitationWithNewAccount');
  const look = lookOfInvitation(context.wording, shown.association);
  const draw = ownAccount ? ownAccountPage : newAccountPage;
  if (!provesFactor && !body.has('input.password')) return sendPage(reply, look, await draw(shown));

  const done = provesFactor
    ? await acceptWithFactor(shown, step)
    : await (ownAccount ? acceptWithOwnAccount : acceptWithNewAccount)(shown, step);
  if (done instanceof OwedSecondFactor) return sendPage(reply, look, await factorPage(shown, done));
  if ('stillOwed' in done) {
    const refused = done.stillOwed;
    return sendFormPage(reply, look, await factorPage({ ...shown, refused }, owedIn(body)), refused);
  }
  if ('status' in done) return sendFormPage(reply, look, await draw({ ...shown, refused: done }), done);
  return sendPage(reply, look, done);
}

async function showInvitation(context: Context, code: string, formName: string): Promise<Shown> {
  const previewed = await previewInvitation(context, code);
  const id = fromPublicId('Association', previewed.invitation.association.id);
  const association = id && (await context.load(associationById, id));
  if (!association) throw new Error('an invitation names an association that is gone');
  const form = formNamed(context.wording, previewed.flow.forms, formName);
  return { context, code, association, previewed, form, refused: null };
}
