import type { Core } from './core.ts';
import {
  AddressReplacementOfPersonDocument,
  ContestAddressReplacementDocument,
  ContestOwnAddressReplacementDocument,
  MyAddressReplacementDocument,
  ReplaceLostAddressDocument,
  WithdrawAddressReplacementDocument,
  type AddressReplacementFragment,
  type ContestAddressReplacementInput,
  type ContestAddressReplacementMutation,
  type ContestOwnAddressReplacementInput,
  type ContestOwnAddressReplacementMutation,
  type ReplaceLostAddressInput,
  type ReplaceLostAddressMutation,
  type WithdrawAddressReplacementInput,
  type WithdrawAddressReplacementMutation,
} from './generated/operations.ts';
import { withKey } from './idempotency-key.ts';
import type { OutcomeOf } from './outcome.ts';

/** Another address that staff asked for, and when it takes the place of the one that the account has. */
export type AddressReplacement = AddressReplacementFragment;

/** For whoever has lost the mailbox of their account; a part of `recovery`. */
export interface LostAddress {
  /**
   * Administrators: gives the account of somebody who has lost their mailbox another address, after 72 hours, or at
   * once when a second administrator asks for the same, both having been administrators for 72 hours before.
   *
   * - `InvalidInput`: the address cannot be read, is the account's already, or is another account's.
   * - `AccountHolderNotFound`, `OwnAddressKept`: not in the caller's care, or their own account.
   * - `HolderHasRightsElsewhere`: the person is staff where the caller is no administrator.
   * - `AddressReplacementOpen`: another new address waits until `effectiveAt`; withdraw that first.
   */
  replaceLostAddress(
    input: ReplaceLostAddressInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<ReplaceLostAddressMutation['result']>>;

  /** Administrators: takes it back before it takes effect; `AddressReplacementNotFound` when none waits. */
  withdrawAddressReplacement(
    input: WithdrawAddressReplacementInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<WithdrawAddressReplacementMutation['result']>>;

  /** Staff: what waits for a person on file; null when nothing does. */
  addressReplacementOf(personId: string, signal?: AbortSignal): Promise<AddressReplacement | null>;

  /** What waits for whoever is signed in. Show it, with a button for `contestOwnAddressReplacement`. */
  myAddressReplacement(signal?: AbortSignal): Promise<AddressReplacement | null>;

  /**
   * Says no to it, with the token of its mail (`#contest-address=…`). Call it when the person presses a button.
   *
   * - `ConfirmationTokenExpired`: it took effect, or was withdrawn.
   */
  contestAddressReplacement(
    input: ContestAddressReplacementInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<ContestAddressReplacementMutation['result']>>;

  /** The same by whoever is signed in; `AddressReplacementNotFound` when none waits. */
  contestOwnAddressReplacement(
    input?: ContestOwnAddressReplacementInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<ContestOwnAddressReplacementMutation['result']>>;
}

export const lostAddress = (core: Core): LostAddress => ({
  replaceLostAddress: (input, signal) =>
    core.act(ReplaceLostAddressDocument, { input: withKey(input) }, signal),
  withdrawAddressReplacement: (input, signal) =>
    core.act(WithdrawAddressReplacementDocument, { input: withKey(input) }, signal),
  async addressReplacementOf(id, signal) {
    const { node } = await core.request(AddressReplacementOfPersonDocument, { id }, signal);
    return node && 'addressReplacement' in node ? (node.addressReplacement ?? null) : null;
  },
  myAddressReplacement: async signal =>
    (await core.request(MyAddressReplacementDocument, {}, signal)).viewer?.account.addressReplacement ?? null,
  contestAddressReplacement: (input, signal) =>
    core.act(ContestAddressReplacementDocument, { input: withKey(input) }, signal),
  contestOwnAddressReplacement: (input = {}, signal) =>
    core.act(ContestOwnAddressReplacementDocument, { input: withKey(input) }, signal),
});
