import type { Core } from './core.ts';
import {
  BeginPasskeyRegistrationDocument,
  ConfirmTotpDocument,
  ContestSecondFactorResetDocument,
  EnrollTotpDocument,
  MySecondFactorsDocument,
  PasskeySignInOptionsDocument,
  RegenerateRecoveryCodesDocument,
  RegisterPasskeyDocument,
  RemoveSecondFactorDocument,
  ResetSecondFactorsDocument,
  SecondFactorResetOfPersonDocument,
  SignInWithPasskeyDocument,
  VerifySecondFactorDocument,
  type BeginPasskeyRegistrationInput,
  type BeginPasskeyRegistrationMutation,
  type ConfirmTotpInput,
  type ConfirmTotpMutation,
  type ContestSecondFactorResetInput,
  type ContestSecondFactorResetMutation,
  type EnrollTotpInput,
  type EnrollTotpMutation,
  type MySecondFactorsQuery,
  type OwedSecondFactorFragment,
  type RegenerateRecoveryCodesInput,
  type RegenerateRecoveryCodesMutation,
  type RegisterPasskeyInput,
  type RegisterPasskeyMutation,
  type RemoveSecondFactorInput,
  type RemoveSecondFactorMutation,
  type ResetSecondFactorsInput,
  type ResetSecondFactorsMutation,
  type SecondFactorResetOfPersonQuery,
  type SignInWithPasskeyMutation,
  type VerifySecondFactorInput,
  type VerifySecondFactorMutation,
} from './generated/operations.ts';
import { withKey } from './idempotency-key.ts';
import type { OutcomeOf, ValueOf } from './outcome.ts';
import { makePasskey, signByPasskey } from './passkeys.ts';

export { passkeysWork } from './passkeys.ts';

export type {
  OwedSecondFactorFragment as OwedSecondFactor,
  SecondFactorFragment as SecondFactor,
} from './generated/operations.ts';

/** What whoever is signed in has to prove themselves with. */
export type MySecondFactors = NonNullable<MySecondFactorsQuery['viewer']>['account'];

/** What came of the latest request by staff to remove somebody's factors. */
export type SecondFactorReset = NonNullable<
  Extract<SecondFactorResetOfPersonQuery['node'], { secondFactorReset?: unknown }>['secondFactorReset']
>;

type PasskeyBegun = Pick<ValueOf<BeginPasskeyRegistrationMutation['result']>, 'options'>;

/** Apps, passkeys and recovery codes: giving one when signing in, adding and removing them. */
export interface SecondFactors {
  /**
   * Ends a sign-in that owes a second factor, by the code of an app or a recovery code. Draw the `forms` of
   * `secondFactor`, and send what is typed with its `challenge`.
   *
   * - `SecondFactorRefused`: the code is wrong or was used; the challenge stays good.
   * - `SecondFactorExpired`: begin again by `accounts.signIn`.
   * - `TooManyAttempts`: the person must wait `retryAfterSeconds`; a passkey works meanwhile.
   *
   * @example
   * ```ts
   * const outcome = await affilia.accounts.signIn({ identifier, password });
   * const owed = outcome.ok ? outcome.value.secondFactor : null;
   * if (owed) askForCode(code => affilia.secondFactors.verify({ challenge: owed.challenge, code }));
   * ```
   */
  verify(
    input: VerifySecondFactorInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<VerifySecondFactorMutation['result']>>;

  /**
   * The same by a passkey, where `secondFactor.methods` has `PASSKEY`. Call it when the person presses a button. What
   * the browser throws comes through: a `NotAllowedError` when the person closes its window.
   */
  verifyByPasskey(
    owed: Pick<OwedSecondFactorFragment, 'challenge' | 'passkeyOptions'>,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<VerifySecondFactorMutation['result']>>;

  /**
   * Signs in by a passkey alone: the finger, the face or the PIN stands for the password. Offer it where
   * `passkeysWork()`. What the browser throws comes through, as in `verifyByPasskey`.
   *
   * - `SecondFactorRefused`: the passkey is no longer known here: sign in by the password, and remove it.
   * - `PasskeysUnavailable`: this page's site has no address that passkeys are for.
   */
  signInWithPasskey(signal?: AbortSignal): Promise<OutcomeOf<SignInWithPasskeyMutation['result']>>;

  /** The factors of whoever is signed in; null when nobody is. `factorOwed` says when staff rights rest for lack of one. */
  mine(signal?: AbortSignal): Promise<MySecondFactors | null>;

  /**
   * Begins to add an authenticator app: show `qrCode`, an SVG document, and `secret` for who cannot scan it; then draw
   * `form`.
   *
   * - `SignInTooOld`: here as below, the person signed in more than ten minutes ago. Let them sign in again.
   */
  enrollTotp(input?: EnrollTotpInput, signal?: AbortSignal): Promise<OutcomeOf<EnrollTotpMutation['result']>>;

  /**
   * Adds the app by its first code. With the first factor come `recoveryCodes`: show them once, to print or to keep.
   *
   * - `SecondFactorRefused`: the code is wrong.
   * - `SecondFactorExpired`: more than an hour passed; begin again.
   */
  confirmTotp(
    input: ConfirmTotpInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<ConfirmTotpMutation['result']>>;

  /** Begins to add a passkey of this website. Draw `form`, and send it by `registerPasskey`. */
  beginPasskeyRegistration(
    input?: BeginPasskeyRegistrationInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<BeginPasskeyRegistrationMutation['result']>>;

  /**
   * Has the browser make the passkey, and adds it. Call it when the person presses a button. What the browser throws
   * comes through: an `InvalidStateError` where the device has one already.
   */
  registerPasskey(
    begun: PasskeyBegun,
    input: Omit<RegisterPasskeyInput, 'passkey'>,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<RegisterPasskeyMutation['result']>>;

  /** Removes a factor; with the last one go the recovery codes. */
  remove(
    input: RemoveSecondFactorInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<RemoveSecondFactorMutation['result']>>;

  /** Makes ten new recovery codes; the old ones stop working. */
  regenerateRecoveryCodes(
    input?: RegenerateRecoveryCodesInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<RegenerateRecoveryCodesMutation['result']>>;

  /**
   * Administrators: takes the factors off the account of somebody who lost them, after 24 hours, or at once when a
   * second administrator asks for the same, both having been administrators for 24 hours before.
   * `HolderHasRightsElsewhere`: the person is staff where the caller is no administrator.
   */
  reset(
    input: ResetSecondFactorsInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<ResetSecondFactorsMutation['result']>>;

  /** Administrators: what came of the latest such request for somebody on file; null when there was none. */
  resetOfPerson(personId: string, signal?: AbortSignal): Promise<SecondFactorReset | null>;

  /** Says no to such a reset, with the token of its mail. Call it when the person presses a button. */
  contestReset(
    input: ContestSecondFactorResetInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<ContestSecondFactorResetMutation['result']>>;
}

/** Plug it in: `createAffilia({ …, use: { accounts, secondFactors } })`. */
export const secondFactors = (core: Core): SecondFactors => {
  const verify: SecondFactors['verify'] = async (input, signal) => {
    const deviceToken = await core.session.deviceToken();
    return core.act(VerifySecondFactorDocument, { input: { deviceToken, ...input } }, signal, 'ANONYMOUS');
  };
  return {
    verify,
    verifyByPasskey: async ({ challenge, passkeyOptions }, signal) =>
      verify({ challenge, passkey: await signByPasskey(passkeyOptions ?? '{}', signal) }, signal),
    async signInWithPasskey(signal) {
      const asked = await core.request(PasskeySignInOptionsDocument, {}, signal, 'ANONYMOUS');
      // Without options the service says itself why not.
      const passkey = asked.passkeySignInOptions
        ? await signByPasskey(asked.passkeySignInOptions.json, signal)
        : 'none';
      const deviceToken = await core.session.deviceToken();
      return core.act(SignInWithPasskeyDocument, { input: { deviceToken, passkey } }, signal, 'ANONYMOUS');
    },
    mine: async signal => (await core.request(MySecondFactorsDocument, {}, signal)).viewer?.account ?? null,
    enrollTotp: (input = {}, signal) => core.act(EnrollTotpDocument, { input: withKey(input) }, signal),
    confirmTotp: (input, signal) => core.act(ConfirmTotpDocument, { input: withKey(input) }, signal),
    beginPasskeyRegistration: (input = {}, signal) =>
      core.act(BeginPasskeyRegistrationDocument, { input: withKey(input) }, signal),
    async registerPasskey({ options }, input, signal) {
      const passkey = await makePasskey(options, signal);
      return core.act(RegisterPasskeyDocument, { input: withKey({ ...input, passkey }) }, signal);
    },
    remove: (input, signal) => core.act(RemoveSecondFactorDocument, { input: withKey(input) }, signal),
    regenerateRecoveryCodes: (input = {}, signal) =>
      core.act(RegenerateRecoveryCodesDocument, { input: withKey(input) }, signal),
    reset: (input, signal) => core.act(ResetSecondFactorsDocument, { input: withKey(input) }, signal),
    resetOfPerson: async (id, signal) => {
      const { node } = await core.request(SecondFactorResetOfPersonDocument, { id }, signal);
      return (node && 'secondFactorReset' in node && node.secondFactorReset) || null;
    },
    contestReset: (input, signal) =>
      core.act(ContestSecondFactorResetDocument, { input: withKey(input) }, signal),
  };
};
