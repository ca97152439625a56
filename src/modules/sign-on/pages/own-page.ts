import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context, Parts } from '../../../platform/context.ts';
import type { Form } from '../../../platform/graphql/form.ts';
import { Refusal } from '../../../platform/problem.ts';
import { demandFreshProof, SignInTooOld } from '../../accounts/index.ts';
import { ADDRESSES, type AccountPage } from '../addresses.ts';
import type { Providers } from '../provider/providers.ts';
import { isBackFromSignIn } from './back-from-sign-in.ts';
import { browserTokenOf } from './browser-cookie.ts';
import { NOTHING_SENT, type Sent } from './draw-form.ts';
import { sendPage, type Page } from './draw-page.ts';
import { bodyOf } from './form-body.ts';
import { incomplete, readRefusal, sendFormPage, type Refused } from './form-page.ts';
import { lookOfRealm } from './over-page.ts';
import { readFormWithRepeats } from './read-form.ts';
import { signInAddress } from './sign-in-for-account.ts';
import { contextOf, isOwnForm, proofOf, whoIsHere, type Here } from './who-is-here.ts';

/** Somebody on a page of their own account. */
export interface Own {
  readonly here: Here;
  readonly context: Context;
  /** What the forms carry. */
  readonly proof: string;
  /** By what the browser is known to have signed in before. */
  readonly deviceToken: string | null;
  /** What was sent, if anything was. */
  readonly body: ReadonlyMap<string, string>;
}

/** The page as it stands, with what came of the form that was sent. */
export interface Again {
  readonly refused: Refused | null;
  /** What was done. */
  readonly said: string | null;
}

/** Another page in its place. */
export interface Instead {
  readonly page: Page;
  readonly refused: Refused | null;
}

export interface OwnPage {
  readonly page: Exclude<AccountPage, 'account'>;
  show(own: Own, again: Again): Promise<Page>;
  /** Does what a form asks for. A refusal is shown on the page. */
  act(own: Own): Promise<Instead | Again>;
}

/** Each act is done once: the page is asked for anew after it, and the forms carry no key. */
export const NO_KEY = { idempotencyKey: undefined };

/** Serves a page of the person who is signed in in this browser, and leads others to the sign-in and back. */
export function addOwnPage(
  server: FastifyInstance,
  parts: Parts,
  providers: Providers,
  { page, show, act }: OwnPage,
): void {
  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const look = lookOfRealm(parts, request);
    const { locale } = look.wording;
    const here = await whoIsHere(await providers.current(), request, reply);
    if (here === null) return await reply.redirect(signInAddress({ page, again: false }, locale), 303);
    if (isBackFromSignIn(request)) return await reply.redirect(look.addressIn(locale), 303);
    const asNow = async (): Promise<Own> => ({
      here,
      context: await contextOf(parts, request, here),
      proof: proofOf(parts, here),
      deviceToken: browserTokenOf(request, parts.settings),
      body: bodyOf(request),
    });

    const own = await asNow();
    const isSent = request.method === 'POST' && isOwnForm(parts, request, here);
    if (!isSent) return sendPage(reply, look, await show(own, NOTHING_DONE));
    const done = await act(own).catch((fault: unknown) => refusedBy(own, NOTHING_SENT, fault));
    if ('page' in done) return sendFormPage(reply, look, done.page, done.refused);
    return sendFormPage(reply, look, await show(await asNow(), done), done.refused);
  };
  server.get(ADDRESSES[page], answer);
  server.post(ADDRESSES[page], answer);
}

export const instead = (page: Page, refused: Refused | null = null): Instead => ({ page, refused });

export const NOTHING_DONE: Again = { refused: null, said: null };

export const refusedBy = ({ context }: Own, sent: Sent, fault: unknown): Again => ({
  refused: readRefusal(context, sent, fault),
  said: null,
});

/** What was typed into a form; refused where the form itself has something against it. */
export function readTyped(
  { context, body }: Own,
  form: Form,
): { readonly sent: Sent; readonly again: Again | null } {
  const sent = readFormWithRepeats(context.wording, form, body);
  return { sent, again: sent.faults.size > 0 ? { refused: incomplete(sent), said: null } : null };
}

/** Whether the person signed in a short while ago, with a second factor where they have one. */
export async function isFresh({ context }: Own): Promise<boolean> {
  try {
    await demandFreshProof(context);
    return true;
  } catch (fault) {
    if (fault instanceof Refusal && fault.problem instanceof SignInTooOld) return false;
    throw fault;
  }
}
