import type { Locale } from '../../kernel/locale.ts';
import { LanguagePolicy, type InvitationMismatch, type StaffAction } from '../associations/index.ts';
import { InvitationTargetKind } from './invitation.enums.ts';

export const actionOfInviting = (target: InvitationTargetKind): StaffAction =>
  target === InvitationTargetKind.STAFF_ROLE ? 'INVITE_STAFF' : 'INVITE';

/** What becomes of an acceptance by an account that exists. */
export type AddressVerdict = 'ACCEPT' | 'CONFIRM_FIRST' | 'REFUSE';

const VERDICTS: Record<InvitationMismatch, AddressVerdict> = {
  ALLOW: 'ACCEPT',
  VERIFY: 'CONFIRM_FIRST',
  REFUSE: 'REFUSE',
};

/** The association's policy speaks only when none of the account's verified addresses is the invited one. */
export const judgeAddress = (
  policy: InvitationMismatch,
  invited: string,
  verified: readonly string[],
): AddressVerdict => (verified.includes(invited) ? 'ACCEPT' : VERDICTS[policy]);

/** The languages that a new account may choose from, the one to show first in front. Nothing is preselected. */
export function languagesToOffer(policy: LanguagePolicy, shown: Locale): readonly [Locale, ...Locale[]] {
  switch (policy) {
    case LanguagePolicy.FR_ONLY:
      return ['fr-CA'];
    case LanguagePolicy.FR_FIRST_CHOICE:
      return ['fr-CA', 'en-CA'];
    case LanguagePolicy.BILINGUAL_CHOICE:
      return shown === 'fr-CA' ? ['fr-CA', 'en-CA'] : ['en-CA', 'fr-CA'];
  }
}
