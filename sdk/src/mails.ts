import type { Core } from './core.ts';
import {
  MyMailsDocument,
  PersonMailsDocument,
  ResendMailDocument,
  type MailFragment,
  type ResendMailInput,
  type ResendMailMutation,
} from './generated/operations.ts';
import { withKey } from './idempotency-key.ts';
import { listOf, NOTHING, type List } from './list.ts';
import type { OutcomeOf } from './outcome.ts';

/** What became of a mail: `stateLabel` is ready to show. What it says is never told. */
export type Mail = MailFragment;

/** What was mailed to people, and sending it again. */
export interface Mails {
  /** The mails to whoever is signed in, the newest first; none when nobody is. */
  mine(signal?: AbortSignal): List<Mail>;

  /** Staff: the mails of their association to a person on file, the newest first; none for anybody else. */
  ofPerson(personId: string, signal?: AbortSignal): List<Mail>;

  /**
   * Sends a mail again to the same address. A code or link of the one before stops working. Offer it once
   * `next.retryAfterSeconds` have passed.
   *
   * - `MailNotResendable`: `why` says whether it is over, its address changed, only whoever invites may, or never.
   * - `TooManyAttempts`: it was sent less than two minutes ago, or very often.
   * - `MailNotFound`: it is not there, or not for whoever is signed in.
   */
  resend(input: ResendMailInput, signal?: AbortSignal): Promise<OutcomeOf<ResendMailMutation['result']>>;
}

/** Plug it in: `createAffilia({ …, use: { accounts, mails } })`. */
export const mails = (core: Core): Mails => ({
  mine: signal =>
    listOf(
      async (page, aborted) =>
        (await core.request(MyMailsDocument, { ...page }, aborted)).viewer?.mails ?? NOTHING,
      signal,
    ),
  ofPerson: (personId, signal) =>
    listOf(async (page, aborted) => {
      const { node } = await core.request(PersonMailsDocument, { personId, ...page }, aborted);
      return (node && 'mails' in node && node.mails) || NOTHING;
    }, signal),
  resend: (input, signal) => core.act(ResendMailDocument, { input: withKey(input) }, signal),
});
