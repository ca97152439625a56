import type { FastifyRequest } from 'fastify';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/problem.ts';
import { endSession, signIn, type OwedSecondFactor } from '../../accounts/index.ts';
import { acceptInvitation, acceptInvitationWithNewAccount } from '../../invitations/index.ts';
import { sessionIdOf } from '../enter-site.ts';
import { browserTokenOf } from './browser-cookie.ts';
import { nameOf, NOTHING_SENT, type Sent } from './draw-form.ts';
import type { Page } from './draw-page.ts';
import { isStillOwed, takeProof } from './factor-forms.ts';
import { incomplete, readRefusal, type Refused } from './form-page.ts';
import { documentsIn, readNewAccountForm } from './invitation-forms.ts';
import { donePage, saidPage, type Shown } from './invitation-page.ts';
import { readFormWithRepeats } from './read-form.ts';

/** What was sent for an invitation that is shown. */
interface Sending {
  readonly request: FastifyRequest;
  readonly body: ReadonlyMap<string, string>;
}

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
): Promise<Page | Refused | OwedSecondFactor> {
  const { context, form } = shown;
  const sent = readFormWithRepeats(context.wording, form, body);
  if (sent.faults.size > 0) return incomplete(sent);

  const [identifier = '', password = ''] = form.fields.map(field => sent.typed.get(nameOf(field)));
  const deviceToken = browserTokenOf(request, context.settings);
  try {
    const { accountId, session, owed } = await signIn(context, { identifier, password, deviceToken });
    return session === null ? owed : await acceptAs(shown, { accountId, session, factorAt: null });
  } catch (fault) {
    return readRefusalOf(shown, sent, fault);
  }
}

/** Accepts with the account that owed more than its password, and signs out again. */
export async function acceptWithFactor(
  shown: Shown,
  { request }: Sending,
): Promise<Page | Refused | { readonly stillOwed: Refused }> {
  const { verified, refused } = await takeProof(shown.context, request);
  if (verified === null) return isStillOwed(refused) ? { stillOwed: refused } : refused;
  try {
    return await acceptAs(shown, verified);
  } catch (fault) {
    return readRefusalOf(shown, NOTHING_SENT, fault);
  }
}

/** Who signed in for nothing but this. */
interface SignedIn {
  readonly accountId: string;
  readonly session: { readonly accessToken: string };
  readonly factorAt: Date | null;
}

async function acceptAs(
  { context, code, association }: Shown,
  { accountId, session, factorAt }: SignedIn,
): Promise<Page> {
  const sessionId = await sessionIdOf(context, session);
  const actor = { accountId, sessionId, authenticatedAt: context.clock.now(), factorAt };
  try {
    const { accepted, next } = await acceptInvitation({ ...context, actor }, { code });
    const { maskedAddress } = next;
    return accepted
      ? donePage(context, association, 'joined')
      : saidPage(context, 'confirm', { maskedAddress });
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
