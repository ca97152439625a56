import type { FastifyRequest } from 'fastify';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/problem.ts';
import { endSession, signIn } from '../../accounts/index.ts';
import { acceptInvitation, acceptInvitationWithNewAccount, type Accepted } from '../../invitations/index.ts';
import { sessionIdOf } from '../enter-site.ts';
import { browserTokenOf } from './browser-cookie.ts';
import { nameOf, type Sent } from './draw-form.ts';
import type { Page } from './draw-page.ts';
import { readRefusal, type Refused } from './form-page.ts';
import { documentsIn, readNewAccountForm } from './invitation-forms.ts';
import { donePage, saidPage, type Shown } from './invitation-page.ts';
import { readFormWithRepeats } from './read-form.ts';

/** What was sent for an invitation that is shown. */
interface Sending {
  readonly request: FastifyRequest;
  readonly body: ReadonlyMap<string, string>;
}

export const incomplete = (sent: Sent): Refused => ({ status: 422, sent, problem: null, busySeconds: null });

/** Opens an account with the invitation. The browser stays signed out: the account's sites are elsewhere. */
export async function acceptWithNewAccount(shown: Shown, { body }: Sending): Promise<Page | Refused> {
  const { context, code, form, association } = shown;
  const { wording } = context;
  const { sent, locale } = readNewAccountForm(wording, form, body);
  if (locale === null || sent.faults.size > 0) return incomplete(sent);
  try {
    const { session } = await acceptInvitationWithNewAccount(context, {
      code,
      username: sent.typed.get('input.username') ?? null,
      password: sent.typed.get('input.password') ?? '',
      locale,
      acceptedDocuments: documentsIn(form, sent.typed),
    });
    await endSessionOf(context, session);
  } catch (fault) {
    return readRefusalOf(shown, sent, fault);
  }
  return donePage(context, association, 'opened');
}

/** Accepts with the account whose password is given, and signs out again. */
export async function acceptWithOwnAccount(
  shown: Shown,
  { request, body }: Sending,
): Promise<Page | Refused> {
  const { context, code, form, association } = shown;
  const sent = readFormWithRepeats(context.wording, form, body);
  if (sent.faults.size > 0) return incomplete(sent);

  const [identifier = '', password = ''] = form.fields.map(field => sent.typed.get(nameOf(field)));
  const deviceToken = browserTokenOf(request, context.settings);
  try {
    const { accountId, session } = await signIn(context, { identifier, password, deviceToken });
    if (session === null) return saidPage(context, 'factor');
    const { accepted, next } = await acceptAs(context, accountId, session, code);
    const { maskedAddress } = next;
    return accepted
      ? donePage(context, association, 'joined')
      : saidPage(context, 'confirm', { maskedAddress });
  } catch (fault) {
    return readRefusalOf(shown, sent, fault);
  }
}

async function acceptAs(
  context: Context,
  accountId: string,
  session: { readonly accessToken: string },
  code: string,
): Promise<Accepted> {
  const sessionId = await sessionIdOf(context, session);
  const actor = { accountId, sessionId, authenticatedAt: context.clock.now(), factorAt: null };
  try {
    return await acceptInvitation({ ...context, actor }, { code });
  } finally {
    await endSessionOf(context, session);
  }
}

export async function endSessionOf(
  context: Context,
  session: { readonly accessToken: string },
): Promise<void> {
  const sessionId = await sessionIdOf(context, session);
  await context.db.transaction(tx =>
    endSession(context, tx, { sessionId, act: 'signOut', why: 'SIGNED_OUT' }),
  );
}

/** A fault of something that the form does not show is said above it. */
export function readRefusalOf(
  { context, form }: Pick<Shown, 'context' | 'form'>,
  sent: Sent,
  fault: unknown,
): Refused {
  const refused = readRefusal(context, sent, fault);
  const isShown = form.fields.some(field => refused.sent.faults.has(nameOf(field)));
  if (isShown || !(fault instanceof Refusal)) return refused;
  return { ...refused, problem: fault.problem };
}
