import type { AssociationId } from '../../kernel/id.ts';
import { searchKey } from '../../kernel/search-key.ts';
import type { Context } from '../../platform/context.ts';
import type { AssociationEntity } from '../associations/index.ts';
import { membershipById } from '../memberships/index.ts';
import { organizationById } from '../organizations/index.ts';
import { displayNameOf, personById, type PersonEntity } from '../people/index.ts';
import { InvitationRowOutcome, InvitationTargetKind } from './invitation.enums.ts';
import { organizationName } from './target-words.ts';
import type { ReadDraft } from './read-draft.ts';
import { isTargetTaken, type Target } from './target-taken.ts';
import type { TargetWords } from './invitation.mails.ts';

/** A row that can be sent, unless the address has a live invitation to the same target. */
export interface SendableDraft {
  readonly draft: ReadDraft;
  /** Null for somebody to be put on file. */
  readonly person: PersonEntity | null;
  readonly invitee: string;
  readonly target: Target & { readonly membershipId: string | null };
  /** Of two live invitations of one address, no two share it. */
  readonly targetKey: string;
  readonly words: TargetWords;
}

const { ALREADY_HELD, NOT_FOUND } = InvitationRowOutcome;

/** Finds what a row names in this association: of another body's people nothing is said, not even that they exist. */
export async function judgeDraft(
  context: Context,
  association: AssociationEntity,
  draft: ReadDraft,
  mayInvite: (target: Target) => Promise<boolean>,
  { appointing = false }: { readonly appointing?: boolean } = {},
): Promise<SendableDraft | InvitationRowOutcome> {
  const { target: wanted, locale } = draft;
  const membership =
    wanted.kind === 'MEMBERSHIP' ? await context.load(membershipById, wanted.membershipId) : null;
  if (wanted.kind === 'MEMBERSHIP' && membership?.associationId !== association.id) return NOT_FOUND;
  const person = await personOf(context, draft, membership?.personId ?? null);
  const isNew = draft.invitee.kind === 'NEW';
  if (!isNew && person?.associationId !== association.id) return NOT_FOUND;
  if (membership && membership.personId !== person?.id) return NOT_FOUND;

  if (wanted.kind === 'DELEGATION') {
    const organization = await context.load(organizationById, wanted.organizationId);
    if (organization?.associationId !== association.id) return NOT_FOUND;
  }
  const target = targetOf(association.id, draft, person);
  if (!(await mayInvite(target))) return NOT_FOUND;
  if (await isTargetTaken(context, target, { appointing })) return ALREADY_HELD;

  const name = draft.invitee.kind === 'NEW' ? draft.invitee : person;
  if (!name) throw new Error('a row that names nobody was read');
  const organization = await organizationName(context, target.organizationId, locale);
  const words = {
    kind: target.targetKind,
    organization,
    roles: target.delegateRoles,
    staffRole: target.staffRole,
  };
  const invitee = displayNameOf(name);
  return { draft, person, invitee, target, targetKey: targetKeyOf(target, invitee), words };
}

async function personOf(
  context: Context,
  { invitee }: ReadDraft,
  holderId: string | null,
): Promise<PersonEntity | null> {
  if (invitee.kind === 'NEW') return null;
  const id = invitee.kind === 'ON_FILE' ? invitee.personId : holderId;
  return id === null ? null : context.load(personById, id);
}

function targetOf(
  associationId: AssociationId,
  { target }: ReadDraft,
  person: PersonEntity | null,
): SendableDraft['target'] {
  return {
    associationId,
    personId: person?.id ?? null,
    targetKind: InvitationTargetKind[target.kind],
    organizationId: target.kind === 'DELEGATION' ? target.organizationId : null,
    delegateRoles: target.kind === 'DELEGATION' ? [...target.roles] : [],
    membershipId: target.kind === 'MEMBERSHIP' ? target.membershipId : null,
    staffRole: target.kind === 'STAFF_ROLE' ? target.staffRole : null,
  };
}

/** Somebody who is put on file is told apart by name, so that a double click does not put them there twice. */
function targetKeyOf(target: SendableDraft['target'], invitee: string): string {
  switch (target.targetKind) {
    case InvitationTargetKind.DELEGATION:
      return `DELEGATION ${target.organizationId ?? ''} ${target.delegateRoles.join(' ')}`;
    case InvitationTargetKind.MEMBERSHIP:
      return `MEMBERSHIP ${target.membershipId ?? ''}`;
    case InvitationTargetKind.STAFF_ROLE:
      return `STAFF_ROLE ${target.associationId} ${target.staffRole ?? ''}`;
    case InvitationTargetKind.PERSON:
      return `PERSON ${target.personId ?? `${target.associationId} ${searchKey(invitee)}`}`;
  }
}
