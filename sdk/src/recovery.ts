import { completion, type Completion } from './completion.ts';
import type { Core } from './core.ts';
import {
  PasswordResetDocument,
  RequestPasswordResetDocument,
  RequestUsernameReminderDocument,
  ResetPasswordDocument,
  type PasswordResetQuery,
  type RequestPasswordResetInput,
  type RequestPasswordResetMutation,
  type RequestUsernameReminderInput,
  type RequestUsernameReminderMutation,
  type ResetPasswordInput,
  type ResetPasswordMutation,
} from './generated/operations.ts';
import { withKey } from './idempotency-key.ts';
import { lostAddress, type LostAddress } from './lost-address.ts';
import type { OutcomeOf, ValueOf } from './outcome.ts';

export type { CompletionLink } from './completion.ts';
export type { AddressReplacement } from './lost-address.ts';

/** What a mailed link to set a password leads to. */
export type PasswordReset = ValueOf<PasswordResetQuery['result']>;

/** First access, forgotten password, forgotten username, lost address: for whoever cannot sign in. */
export interface Recovery extends LostAddress, Completion {
  /**
   * Asks for a link to set a password, for the first time or a new one. Draw `passwordResetForm` of
   * `associations.realm()`. The answer is the same whether an account fits or not: show its `message`, and offer to
   * send again after `next.retryAfterSeconds`.
   *
   * - `InvalidInput`: the form asks for names as well, or something cannot be read.
   * - `TooManyAttempts`: the person must wait `retryAfterSeconds`; the newest link stays good.
   *
   * @example
   * ```ts
   * const outcome = await affilia.recovery.requestPasswordReset({ identifier });
   * show(outcome.ok ? outcome.value.message : outcome.problem.message);
   * ```
   */
  requestPasswordReset(
    input: RequestPasswordResetInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<RequestPasswordResetMutation['result']>>;

  /**
   * What a mailed link leads to: a greeting, the form for the new password and its rules. It changes nothing, so the
   * page may ask as soon as it opens.
   *
   * - `PasswordResetTokenUnknown`, `PasswordResetTokenUsed`, `PasswordResetTokenReplaced`,
   *   `PasswordResetTokenExpired`: say so, and lead back to the start, where `next` points.
   */
  passwordReset(token: string, signal?: AbortSignal): Promise<OutcomeOf<PasswordResetQuery['result']>>;

  /**
   * Sets the password, once. Every session of the account ends and nobody is signed in: lead to the sign-in page.
   *
   * - `InvalidInput`: the password fails rules: one issue each, with the rule's code in `rule`. The link stays good.
   * - `PasswordResetTokenUnknown`, `PasswordResetTokenUsed`, `PasswordResetTokenReplaced`,
   *   `PasswordResetTokenExpired`: as in `passwordReset`.
   */
  resetPassword(
    input: ResetPasswordInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<ResetPasswordMutation['result']>>;

  /**
   * Asks for a mail with what signs in. Draw `usernameReminderForm` of `associations.realm()`. Answers like
   * `requestPasswordReset`.
   */
  requestUsernameReminder(
    input: RequestUsernameReminderInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<RequestUsernameReminderMutation['result']>>;
}

/** Plug it in: `createAffilia({ …, use: { recovery } })`. */
export const recovery = (core: Core): Recovery => ({
  ...lostAddress(core),
  ...completion(core),
  requestPasswordReset: (input, signal) =>
    core.act(RequestPasswordResetDocument, { input: withKey(input) }, signal, 'ANONYMOUS'),
  passwordReset: (token, signal) => core.act(PasswordResetDocument, { token }, signal, 'ANONYMOUS'),
  async resetPassword(input, signal) {
    const outcome = await core.act(ResetPasswordDocument, { input: withKey(input) }, signal, 'ANONYMOUS');
    if (outcome.ok) await core.session.keepDevice(outcome.value.deviceToken);
    return outcome;
  },
  requestUsernameReminder: (input, signal) =>
    core.act(RequestUsernameReminderDocument, { input: withKey(input) }, signal, 'ANONYMOUS'),
});
