import { readEmailAddress, type EmailAddress } from '../../kernel/email-address.ts';
import { fromPublicId, type MembershipId, type OrganizationId, type PersonId } from '../../kernel/id.ts';
import type { Locale } from '../../kernel/locale.ts';
import { isPlainText } from '../../kernel/plain-text.ts';
import type { StaffRole } from '../associations/index.ts';
import { DELEGATE_ROLES, type DelegateRole } from '../organizations/index.ts';
import { InvitationRowOutcome } from './invitation.enums.ts';

/** One row as staff wrote it. */
export interface InvitationDraft {
  readonly email: string;
  readonly locale: Locale;
  readonly personId?: string | null | undefined;
  readonly givenName?: string | null | undefined;
  readonly familyName?: string | null | undefined;
  readonly organizationId?: string | null | undefined;
  readonly roles?: readonly DelegateRole[] | null | undefined;
  readonly membershipId?: string | null | undefined;
  readonly staffRole?: StaffRole | null | undefined;
}

export type Invitee =
  | { readonly kind: 'ON_FILE'; readonly personId: PersonId }
  | { readonly kind: 'NEW'; readonly givenName: string; readonly familyName: string }
  /** A membership says whose it is. */
  | { readonly kind: 'HOLDER' };

export type DraftTarget =
  | {
      readonly kind: 'DELEGATION';
      readonly organizationId: OrganizationId;
      readonly roles: readonly DelegateRole[];
    }
  | { readonly kind: 'MEMBERSHIP'; readonly membershipId: MembershipId }
  | { readonly kind: 'STAFF_ROLE'; readonly staffRole: StaffRole }
  | { readonly kind: 'PERSON' };

/** A row that makes sense; whether what it names exists is not judged yet. */
export interface ReadDraft {
  readonly address: EmailAddress;
  readonly locale: Locale;
  readonly invitee: Invitee;
  readonly target: DraftTarget;
}

export const LONGEST_NAME = 100;
const { BAD_ADDRESS, INCOMPLETE, NOT_FOUND } = InvitationRowOutcome;

/** Reads a row, or says why it cannot be one. A malformed id is answered like an absent one. */
export function readDraft(draft: InvitationDraft): ReadDraft | InvitationRowOutcome {
  const address = readEmailAddress(draft.email);
  if (!address) return BAD_ADDRESS;

  const target = readTarget(draft);
  if (typeof target === 'string') return target;
  const invitee = readInvitee(draft, target);
  if (typeof invitee === 'string') return invitee;
  return { address, locale: draft.locale, invitee, target };
}

function readTarget(draft: InvitationDraft): DraftTarget | InvitationRowOutcome {
  const organization = draft.organizationId ?? null;
  const membership = draft.membershipId ?? null;
  const staffRole = draft.staffRole ?? null;
  const wanted = draft.roles ?? [];
  const targets = [organization, membership, staffRole].filter(target => target !== null).length;
  if (targets > 1 || wanted.length > 0 !== (organization !== null)) return INCOMPLETE;

  if (organization !== null) {
    const organizationId = fromPublicId('Organization', organization);
    const roles = DELEGATE_ROLES.filter(role => wanted.includes(role));
    return organizationId ? { kind: 'DELEGATION', organizationId, roles } : NOT_FOUND;
  }
  if (membership !== null) {
    const membershipId = fromPublicId('Membership', membership);
    return membershipId ? { kind: 'MEMBERSHIP', membershipId } : NOT_FOUND;
  }
  return staffRole === null ? { kind: 'PERSON' } : { kind: 'STAFF_ROLE', staffRole };
}

function readInvitee(draft: InvitationDraft, target: DraftTarget): Invitee | InvitationRowOutcome {
  if (draft.personId !== null && draft.personId !== undefined) {
    const personId = fromPublicId('Person', draft.personId);
    return personId ? { kind: 'ON_FILE', personId } : NOT_FOUND;
  }
  if (target.kind === 'MEMBERSHIP') return { kind: 'HOLDER' };
  const givenName = nameOf(draft.givenName);
  const familyName = nameOf(draft.familyName);
  return givenName !== null && familyName !== null ? { kind: 'NEW', givenName, familyName } : INCOMPLETE;
}

function nameOf(text: string | null | undefined): string | null {
  const name = text?.normalize('NFC').trim() ?? '';
  return name !== '' && name.length <= LONGEST_NAME && isPlainText(name) ? name : null;
}
