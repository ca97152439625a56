import type { Core } from '../core.ts';
import {
  PriceListDocument,
  RecordTaxAccountingElectionDocument,
  SetFeeItemDocument,
  SetPriceRuleDocument,
  SetTaxRegistrationDocument,
  SetTaxStatusDocument,
  type PriceListFragment,
  type RecordTaxAccountingElectionInput,
  type RecordTaxAccountingElectionMutation,
  type SetFeeItemInput,
  type SetFeeItemMutation,
  type SetPriceRuleInput,
  type SetPriceRuleMutation,
  type SetTaxRegistrationInput,
  type SetTaxRegistrationMutation,
  type SetTaxStatusInput,
  type SetTaxStatusMutation,
} from '../generated/operations.ts';
import { withKey } from '../idempotency-key.ts';
import type { OutcomeOf } from '../outcome.ts';

/** What an association charges for, and how it is taxed. */
export interface PriceAdministration {
  /** What an association charges for and how it is taxed, of every day; null when it is not yours to see. */
  priceList(associationId: string, signal?: AbortSignal): Promise<PriceListFragment | null>;

  /**
   * Puts a fee on the list, or gives the one of that code other names.
   *
   * - `FeeItemStands`: it is charged or taxed in another way, which stays.
   */
  setFeeItem(input: SetFeeItemInput, signal?: AbortSignal): Promise<OutcomeOf<SetFeeItemMutation['result']>>;

  /**
   * Says what a fee costs whom from a day on; the price that stood for the same people ends on its eve.
   *
   * - `PriceVersionStands`: another one begins on that day.
   */
  setPriceRule(
    input: SetPriceRuleInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<SetPriceRuleMutation['result']>>;

  /** Says under which number an association collects a tax from a day on. */
  setTaxRegistration(
    input: SetTaxRegistrationInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<SetTaxRegistrationMutation['result']>>;

  /** Says by which provision dues are exempt from a day on, or by which election they are taxed. */
  setTaxStatus(
    input: SetTaxStatusInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<SetTaxStatusMutation['result']>>;

  /**
   * Says that an association accounts for a tax of a body for which it bills, from a day on; recorded again for that
   * day, until when.
   *
   * - `PriceVersionStands`: it stands like that already.
   */
  recordTaxAccountingElection(
    input: RecordTaxAccountingElectionInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<RecordTaxAccountingElectionMutation['result']>>;
}

export const priceAdministration = (core: Core): PriceAdministration => ({
  priceList: async (associationId, signal) =>
    (await core.request(PriceListDocument, { associationId }, signal)).priceList,
  setFeeItem: (input, signal) => core.act(SetFeeItemDocument, { input: withKey(input) }, signal),
  setPriceRule: (input, signal) => core.act(SetPriceRuleDocument, { input: withKey(input) }, signal),
  setTaxRegistration: (input, signal) =>
    core.act(SetTaxRegistrationDocument, { input: withKey(input) }, signal),
  setTaxStatus: (input, signal) => core.act(SetTaxStatusDocument, { input: withKey(input) }, signal),
  recordTaxAccountingElection: (input, signal) =>
    core.act(RecordTaxAccountingElectionDocument, { input: withKey(input) }, signal),
});
