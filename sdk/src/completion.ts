import type { Core } from './core.ts';
import {
  CompleteFirstAccessDocument,
  CompletionLinkDocument,
  ExportCompletionLinksDocument,
  type CompleteFirstAccessInput,
  type CompleteFirstAccessMutation,
  type CompletionLinkQuery,
  type ExportCompletionLinksInput,
  type ExportCompletionLinksMutation,
} from './generated/operations.ts';
import { withKey } from './idempotency-key.ts';
import type { OutcomeOf, ValueOf } from './outcome.ts';

/** What a link on paper leads to. */
export type CompletionLink = ValueOf<CompletionLinkQuery['result']>;

/** First access of people without an e-mail address, by a link on paper; a part of `recovery`. */
export interface Completion {
  /**
   * What a link on paper leads to (`#token=…`): a greeting, the form to draw, the documents to accept and the rules of
   * a password. It changes nothing, so the page may ask as soon as it opens.
   *
   * - `CompletionLinkUnknown`, `CompletionLinkReplaced`, `CompletionLinkExpired`, `CompletionLinkBlocked`: say so; the
   *   association makes a new link, and `next` says whom to ask.
   * - `CompletionLinkUsed`: there is an account; lead to the sign-in page.
   */
  completionLink(token: string, signal?: AbortSignal): Promise<OutcomeOf<CompletionLinkQuery['result']>>;

  /**
   * Opens the account, without an address, and signs the person in.
   *
   * - `MemberNumberWrong`: `guessesLeft` more, then the link is dead (`CompletionLinkBlocked`).
   * - `InvalidInput`, `UsernameTaken`, `DocumentsNotAccepted`: put them at the fields of the form. The link stays good.
   * - The others of `completionLink`, and `TooManyAttempts`.
   */
  completeFirstAccess(
    input: CompleteFirstAccessInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<CompleteFirstAccessMutation['result']>>;

  /**
   * Staff: makes links for people without an e-mail address, and the list from which their letters are printed. Hand
   * `csv` to the person as a file at once: it is in the first answer alone, and null when the request is repeated.
   *
   * - `SignInTooOld`: let them sign in again.
   */
  exportCompletionLinks(
    input: ExportCompletionLinksInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<ExportCompletionLinksMutation['result']>>;
}

export const completion = (core: Core): Completion => ({
  completionLink: (token, signal) => core.act(CompletionLinkDocument, { token }, signal, 'ANONYMOUS'),
  completeFirstAccess: (input, signal) =>
    core.act(CompleteFirstAccessDocument, { input: withKey(input) }, signal, 'ANONYMOUS'),
  exportCompletionLinks: (input, signal) =>
    core.act(ExportCompletionLinksDocument, { input: withKey(input) }, signal),
});
