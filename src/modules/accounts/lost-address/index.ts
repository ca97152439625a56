/**
 * Lost mailboxes: staff give an account another address; a room of accounts.
 *
 * Responsible for: asking for it after an identity check, telling everybody concerned, stopping it, and what happens
 * when it takes effect.
 * Not responsible for: changes that people make themselves (accounts), lost second factors (its room).
 */
import { AccountAddressReplacementResolver } from './account-address-replacement.graphql.ts';
import { AddressReplacementEntity } from './address-replacement.entity.ts';
import { ContestAddressReplacementResolver } from './contest-address-replacement.graphql.ts';
import { finishAddressReplacementJob } from './finish-address-replacement.ts';
import {
  addressNotReplaced,
  addressReplaced,
  addressReplacementAnnounced,
  addressReplacementAsked,
  addressReplacementStopped,
} from './lost-address.mails.ts';
import { ReplaceLostAddressResolver } from './replace-lost-address.graphql.ts';
import { WithdrawAddressReplacementResolver } from './withdraw-address-replacement.graphql.ts';

export { AddressReplacement } from './address-replacement.type.ts';
export { lostAddressWordingEn } from './lost-address.wording.en.ts';
export { lostAddressWordingFr } from './lost-address.wording.fr.ts';
export { openReplacementOfAccount } from './open-replacement.ts';

export const lostAddressEntities: readonly Function[] = [AddressReplacementEntity];

export const lostAddressResolvers: readonly Function[] = [
  ReplaceLostAddressResolver,
  ContestAddressReplacementResolver,
  WithdrawAddressReplacementResolver,
  AccountAddressReplacementResolver,
];

export const lostAddressLetters = [
  addressReplacementAsked,
  addressReplacementAnnounced,
  addressReplaced,
  addressReplacementStopped,
  addressNotReplaced,
] as const;

export const lostAddressJobs = [finishAddressReplacementJob] as const;
