import type { Core } from './core.ts';
import {
  AddEmailAddressDocument,
  ConfirmAccountLinkDocument,
  LinkAccountsDocument,
  MakeAddressPrimaryDocument,
  MyAddressesDocument,
  RemoveEmailAddressDocument,
  type AccountAddressesFragment,
  type AddEmailAddressInput,
  type AddEmailAddressMutation,
  type ConfirmAccountLinkInput,
  type ConfirmAccountLinkMutation,
  type LinkAccountsInput,
  type LinkAccountsMutation,
  type MakeAddressPrimaryInput,
  type MakeAddressPrimaryMutation,
  type MyAddressesQuery,
  type OwedSecondFactorFragment,
  type RemoveEmailAddressInput,
  type RemoveEmailAddressMutation,
} from './generated/operations.ts';
import { withKey } from './idempotency-key.ts';
import type { OutcomeOf } from './outcome.ts';
import { signByPasskey } from './passkeys.ts';

/** An address of the account; `pending` while the mail that adds it was not answered. */
export type AccountAddress = AccountAddressesFragment['addresses'][number];

/** What the account signs in with, and the forms to add an address and to join another account. */
export type MyAddresses = NonNullable<MyAddressesQuery['viewer']>['account'];

/** Several addresses on one account, and two accounts of one person that become one. */
export interface Addresses {
  /** The addresses of whoever is signed in, the primary one first; null when nobody is. */
  mine(signal?: AbortSignal): Promise<MyAddresses | null>;

  /**
   * Mails a link to a further address; `accounts.confirmEmail` takes its token. The answer is the same when somebody
   * else has the address.
   *
   * - `SignInTooOld`: here as below, the person signed in more than ten minutes ago. Let them sign in again.
   * - `TooManyAddresses`: one must go first.
   *
   * @example
   * ```ts
   * const outcome = await affilia.addresses.add({ address: 'zoe@maboite.ca' });
   * if (outcome.ok) show(outcome.value.next.label);
   * ```
   */
  add(
    input: AddEmailAddressInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<AddEmailAddressMutation['result']>>;

  /**
   * Takes an address off the account, or stops waiting for one.
   *
   * - `PrimaryAddressKept`: make another one the primary address first.
   */
  remove(
    input: RemoveEmailAddressInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<RemoveEmailAddressMutation['result']>>;

  /** Has mails sent to another verified address of the account. */
  makePrimary(
    input: MakeAddressPrimaryInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<MakeAddressPrimaryMutation['result']>>;

  /**
   * Joins another account of the same person to the one that is signed in: draw `linkForm` of `mine`. Where the other
   * account has a second factor nothing is done yet, and `secondFactor` says what `confirmLink` takes.
   *
   * - `SignInRefused`: what was typed does not sign in to any account; `nextSteps` help.
   * - `LinkNeedsSecondFactor`: the person adds a second factor to this account first.
   */
  link(input: LinkAccountsInput, signal?: AbortSignal): Promise<OutcomeOf<LinkAccountsMutation['result']>>;

  /** Ends `link` by a code of the other account, with the `challenge` of its answer. */
  confirmLink(
    input: ConfirmAccountLinkInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<ConfirmAccountLinkMutation['result']>>;

  /**
   * The same by a passkey of the other account, where `methods` of what is owed has `PASSKEY` and `passkeysWork()` of
   * `@affilia/sdk/second-factors`. Call it when the person presses a button. What the browser throws comes through: a
   * `NotAllowedError` when the person closes its window.
   */
  confirmLinkByPasskey(
    owed: Pick<OwedSecondFactorFragment, 'challenge' | 'passkeyOptions'>,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<ConfirmAccountLinkMutation['result']>>;
}

/** Plug it in: `createAffilia({ …, use: { accounts, addresses } })`. */
export const addresses = (core: Core): Addresses => ({
  mine: async signal => (await core.request(MyAddressesDocument, {}, signal)).viewer?.account ?? null,
  add: (input, signal) => core.act(AddEmailAddressDocument, { input: withKey(input) }, signal),
  remove: (input, signal) => core.act(RemoveEmailAddressDocument, { input: withKey(input) }, signal),
  makePrimary: (input, signal) => core.act(MakeAddressPrimaryDocument, { input: withKey(input) }, signal),
  link: (input, signal) => core.act(LinkAccountsDocument, { input: withKey(input) }, signal),
  confirmLink: (input, signal) => core.act(ConfirmAccountLinkDocument, { input }, signal),
  async confirmLinkByPasskey({ challenge, passkeyOptions }, signal) {
    const passkey = await signByPasskey(passkeyOptions ?? '{}', signal);
    return core.act(ConfirmAccountLinkDocument, { input: { challenge, passkey } }, signal);
  },
});
