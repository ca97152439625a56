import type { Core } from './core.ts';
import {
  AccountFormsDocument,
  ChangePasswordDocument,
  ConfirmEmailDocument,
  PasswordPolicyDocument,
  RequestEmailChangeDocument,
  RequestEmailConfirmationDocument,
  SetLocaleDocument,
  SignInDocument,
  SignOutDocument,
  ViewerDocument,
  type AccountFormsQuery,
  type ChangePasswordInput,
  type ChangePasswordMutation,
  type ConfirmEmailInput,
  type ConfirmEmailMutation,
  type PasswordPolicyQuery,
  type PasswordPolicyQueryVariables,
  type RequestEmailChangeInput,
  type RequestEmailChangeMutation,
  type RequestEmailConfirmationInput,
  type RequestEmailConfirmationMutation,
  type SetLocaleInput,
  type SetLocaleMutation,
  type SignInInput,
  type SignInMutation,
  type SignOutMutation,
  type ViewerQuery,
} from './generated/operations.ts';
import { withKey } from './idempotency-key.ts';
import type { OutcomeOf } from './outcome.ts';

export type { AccountFragment as Account, NextStepFragment as NextStep } from './generated/operations.ts';

/** Whoever is signed in, and what is theirs. */
export type Viewer = NonNullable<ViewerQuery['viewer']>;

/** The forms with which whoever is signed in changes their login. Each is null where this site may take no password. */
export type AccountForms = NonNullable<AccountFormsQuery['viewer']>['account'];

/** The rules that a password must meet. Those that are `serverOnly` cannot be judged on the page. */
export type PasswordPolicy = PasswordPolicyQuery['passwordPolicy'];

/** Signing in and out, and what belongs to the login: password, addresses, language. */
export interface Accounts {
  /**
   * Signs in with a username, an e-mail address or a member number. The SDK keeps the session.
   *
   * - `SignInRefused`: the identifier, the password or both are wrong; it never says which. Offer its `nextSteps`.
   * - `TooManyAttempts`: the person must wait `retryAfterSeconds`, or set a new password by mail: offer `nextSteps`.
   *   A browser that signed in before is told so only for its own attempts: the SDK makes it known by itself.
   *
   * @example
   * ```ts
   * const outcome = await affilia.accounts.signIn({ identifier, password });
   * if (outcome.ok) follow(outcome.value.next);
   * else show(outcome.problem.message);
   * ```
   */
  signIn(input: SignInInput, signal?: AbortSignal): Promise<OutcomeOf<SignInMutation['result']>>;

  /**
   * Signs out here and at the service. The session is forgotten here even when the service cannot be reached; it
   * then throws `NETWORK`, and the service's session ends by its age.
   */
  signOut(signal?: AbortSignal): Promise<OutcomeOf<SignOutMutation['result']>>;

  /** Whoever is signed in, through this site; null when nobody is. */
  viewer(signal?: AbortSignal): Promise<Viewer | null>;

  /** The forms of `changePassword` and `requestEmailChange`, ready to draw; null when nobody is signed in. */
  forms(signal?: AbortSignal): Promise<AccountForms | null>;

  /** What a password must be: for the holder of an invitation, of a reset link, or whoever is signed in. */
  passwordPolicy(of?: PasswordPolicyQueryVariables, signal?: AbortSignal): Promise<PasswordPolicy>;

  /**
   * Changes the password of whoever is signed in. Every other session of theirs ends; this one goes on.
   *
   * - `InvalidInput`: the new password fails rules: one issue each, with the rule's code in `rule`.
   * - `CurrentPasswordWrong`: it is asked again so that a borrowed screen is not enough.
   * - `TooManyAttempts`: the person must wait `retryAfterSeconds`.
   */
  changePassword(
    input: ChangePasswordInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<ChangePasswordMutation['result']>>;

  /**
   * Asks for another primary address. It takes effect once it is confirmed from the mail sent there; the old address
   * is told. The answer is the same when the new address is somebody else's.
   *
   * - `CurrentPasswordWrong`: it is asked again so that a borrowed screen is not enough.
   * - `TooManyAttempts`: the person must wait `retryAfterSeconds`.
   */
  requestEmailChange(
    input: RequestEmailChangeInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<RequestEmailChangeMutation['result']>>;

  /**
   * Confirms an address with the token of a mail. Call it when the person presses a button, not when the page opens:
   * mail scanners open pages.
   *
   * - `ConfirmationTokenUnknown`, `ConfirmationTokenUsed`, `ConfirmationTokenReplaced`, `ConfirmationTokenExpired`:
   *   say so and offer `next`.
   */
  confirmEmail(
    input: ConfirmEmailInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<ConfirmEmailMutation['result']>>;

  /**
   * Mails the confirmation of the signed-in person's address again. Earlier ones stop working.
   *
   * - `EmailAlreadyConfirmed`: nothing is left to do.
   * - `TooManyAttempts`: the person must wait `retryAfterSeconds`.
   */
  requestEmailConfirmation(
    input?: RequestEmailConfirmationInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<RequestEmailConfirmationMutation['result']>>;

  /** Sets the language of the person's mails and documents. That of the screens is `createAffilia`'s `locale`. */
  setLocale(input: SetLocaleInput, signal?: AbortSignal): Promise<OutcomeOf<SetLocaleMutation['result']>>;
}

/** Plug it in: `createAffilia({ …, use: { accounts } })`. */
export const accounts = (core: Core): Accounts => ({
  signIn: async (input, signal) => {
    const deviceToken = await core.session.deviceToken();
    return core.act(SignInDocument, { input: { deviceToken, ...input } }, signal, 'ANONYMOUS');
  },
  async signOut(signal) {
    // Without a session there is nothing to end, and the service says what comes next all the same.
    const refreshToken = (await core.session.leave()) ?? 'none';
    return core.act(SignOutDocument, { input: { refreshToken } }, signal, 'ANONYMOUS');
  },
  viewer: async signal => (await core.request(ViewerDocument, {}, signal)).viewer,
  forms: async signal => (await core.request(AccountFormsDocument, {}, signal)).viewer?.account ?? null,
  passwordPolicy: async (of = {}, signal) =>
    (await core.request(PasswordPolicyDocument, of, signal)).passwordPolicy,
  changePassword: (input, signal) => core.act(ChangePasswordDocument, { input: withKey(input) }, signal),
  requestEmailChange: (input, signal) =>
    core.act(RequestEmailChangeDocument, { input: withKey(input) }, signal),
  confirmEmail: (input, signal) => core.act(ConfirmEmailDocument, { input: withKey(input) }, signal),
  requestEmailConfirmation: (input = {}, signal) =>
    core.act(RequestEmailConfirmationDocument, { input: withKey(input) }, signal),
  setLocale: (input, signal) => core.act(SetLocaleDocument, { input }, signal),
});
