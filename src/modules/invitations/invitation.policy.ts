import type { Locale } from '../../kernel/locale.ts';
import type { OwnAddress } from '../accounts/index.ts';
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

/**
 * The association's policy speaks only when the invited address is none of the account's. One that an import said to be
 * verified is asked first, unless whoever has the code need not have the address at all.
 */
export function judgeAddress(
  policy: InvitationMismatch,
  invited: string,
  own: readonly Pick<OwnAddress, 'normalized' | 'verifiedAt'>[],
): AddressVerdict {
  const same = own.find(({ normalized }) => normalized === invited);
  if (!same) return VERDICTS[policy];
  return same.verifiedAt !== null || VERDICTS[policy] === 'ACCEPT' ? 'ACCEPT' : 'CONFIRM_FIRST';
}

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
