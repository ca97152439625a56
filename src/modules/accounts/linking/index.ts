/**
 * Two accounts of one person become one.
 *
 * Responsible for: the proof of both, what moves and what ends, and telling every address.
 * Not responsible for: making two records of one person one (people asks staff), rows of other modules (each moves its
 * own by `linkingPorts`).
 */
import { ConfirmAccountLinkResolver } from './confirm-account-link.graphql.ts';
import { LinkAccountsResolver } from './link-accounts.graphql.ts';
import { LinkFormResolver } from './link-form.graphql.ts';

export { confirmAccountLink } from './confirm-account-link.ts';
export { linkAccounts } from './link-accounts.ts';
export { linkForm } from './link-form.ts';
export { linkingLetters } from './link.mails.ts';
export { linkingPorts, type Joined, type LinkingPorts, type TakeOver } from './linking.ports.ts';

export const linkingResolvers: readonly Function[] = [
  LinkAccountsResolver,
  ConfirmAccountLinkResolver,
  LinkFormResolver,
];
