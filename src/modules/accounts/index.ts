/**
 * Logins: one account per person over all associations of the realm.
 *
 * Responsible for: opening accounts, what signs in to them, passwords and their rules, sessions and their tokens,
 * addresses and their confirmation, what was accepted and chosen when an account was opened, and which associations
 * an account holds something in.
 * Not responsible for: who uses an account (people), what exactly it holds (memberships, organizations,
 * associations), by which invitation it was opened (invitations).
 */
import { DocumentAcceptanceEntity, LanguageChoiceEntity } from './acceptance.entity.ts';
import { AccountAddressEntity } from './account-address.entity.ts';
import { AccountHoldingEntity } from './account-holding.entity.ts';
import { AccountEntity } from './account.entity.ts';
import { accountsLetters } from './account.mails.ts';
import { accountsNodes } from './accounts.nodes.ts';
import { accountsWordingEn } from './accounts.wording.en.ts';
import { accountsWordingFr } from './accounts.wording.fr.ts';
import { ChangePasswordResolver } from './change-password.graphql.ts';
import { ConfirmEmailResolver } from './confirm-email.graphql.ts';
import { PasswordPolicyResolver } from './password-policy.graphql.ts';
import { RefreshSessionResolver } from './refresh-session.graphql.ts';
import { RequestEmailChangeResolver } from './request-email-change.graphql.ts';
import { RequestEmailConfirmationResolver } from './request-email-confirmation.graphql.ts';
import { RefreshTokenEntity, SessionEntity } from './session.entity.ts';
import { SetLocaleResolver } from './set-locale.graphql.ts';
import { SignInIdentifierEntity } from './sign-in-identifier.entity.ts';
import { SignInResolver } from './sign-in.graphql.ts';
import { SignOutResolver } from './sign-out.graphql.ts';

export { AccountEntity };
export { AccountKind, type HoldingKind } from './account.enums.ts';
export { Account, type AccountFacts } from './account.type.ts';
export { AccountAddress, type AccountAddressFacts } from './account-address.type.ts';
export { Session } from './session.type.ts';
export { PasswordPolicy } from './password-policy.type.ts';
export { AddressHasAccount, UsernameTaken } from './account.problems.ts';
export {
  ConfirmationTokenExpired,
  ConfirmationTokenReplaced,
  ConfirmationTokenUnknown,
  ConfirmationTokenUsed,
} from './confirmation-token.problems.ts';
export { EMAIL_CHANGE } from './email-secrets.ts';
export { forgetEndedTokens } from './forget-ended-tokens.ts';
export { accountPorts, type AccountPorts } from './account.ports.ts';
export { accountById, addressesOfAccount } from './account.loaders.ts';
export { actorOf, clientOf } from './actor-of.ts';
export { identifyCaller } from './identify-caller.ts';
export { holdAccount } from './account-state.ts';
export { openAccount, type NewAccount } from './open-account.ts';
export { startSession } from './start-session.ts';
export { acceptDocuments, type Acceptance } from './accept-documents.ts';
export { accountHolds, endHolding, recordHolding, type Holding } from './holdings.ts';
export { addMemberNumber, type MemberNumber } from './add-member-number.ts';
export { addressHasAccount, addVerifiedAddress, verifiedAddressesOf, type OwnAddress } from './addresses.ts';
export { judgePassword, passwordPolicyFor } from './password-policy.ts';
export { LONGEST_PASSWORD } from './password-rules.ts';
export { LONGEST_USERNAME } from './username.ts';
export { accountsLetters, accountsNodes, accountsWordingEn, accountsWordingFr };

export const accountsEntities: readonly Function[] = [
  AccountEntity,
  AccountAddressEntity,
  SignInIdentifierEntity,
  AccountHoldingEntity,
  SessionEntity,
  RefreshTokenEntity,
  DocumentAcceptanceEntity,
  LanguageChoiceEntity,
];

export const accountsResolvers: readonly Function[] = [
  SignInResolver,
  RefreshSessionResolver,
  SignOutResolver,
  ChangePasswordResolver,
  RequestEmailChangeResolver,
  ConfirmEmailResolver,
  RequestEmailConfirmationResolver,
  SetLocaleResolver,
  PasswordPolicyResolver,
];
