import { toPublicId, type MembershipId, type OrganizationId, type PersonId } from '../../../../kernel/id.ts';
import type { Locale } from '../../../../kernel/locale.ts';
import type { DelegateRole } from '../../../organizations/index.ts';
import { InvitationRowOutcome } from '../../invitation.enums.ts';
import type { InvitationDraft } from '../../read-draft.ts';

/** A row as it waits. What a file names is looked up when its turn comes. */
export interface StagedDraft {
  readonly email: string;
  /** Null where none was said, or none that is known. */
  readonly locale: Locale | null;
  readonly givenName?: string;
  readonly familyName?: string;
  readonly roles?: readonly DelegateRole[];
  /** An organization as a file names it: its member number, its id or its name. */
  readonly organization?: string;
  /** The member number of a person. */
  readonly memberNumber?: string;
  readonly personId?: PersonId;
  readonly organizationId?: OrganizationId;
  readonly membershipId?: MembershipId;
}

/** What the names of a row stand for; null where they stand for nothing. */
export interface NamedRecords {
  readonly organizationId: OrganizationId | null;
  readonly membershipId: MembershipId | null;
  /** The language of the member on file. */
  readonly locale: Locale | null;
}

/** The row as `issueInvitations` takes it, or what becomes of it. */
export function draftOf(staged: StagedDraft, named: NamedRecords): InvitationDraft | InvitationRowOutcome {
  const organizationId = staged.organizationId ?? named.organizationId;
  const membershipId = staged.membershipId ?? named.membershipId;
  if (staged.organization !== undefined && organizationId === null) return InvitationRowOutcome.NOT_FOUND;
  if (staged.memberNumber !== undefined && membershipId === null) return InvitationRowOutcome.NOT_FOUND;
  const locale = staged.locale ?? named.locale;
  if (locale === null) return InvitationRowOutcome.INCOMPLETE;
  const { email, givenName, familyName, roles, personId } = staged;
  return {
    email,
    locale,
    givenName,
    familyName,
    roles,
    personId: personId && toPublicId('Person', personId),
    organizationId: organizationId && toPublicId('Organization', organizationId),
    membershipId: membershipId && toPublicId('Membership', membershipId),
  };
}
