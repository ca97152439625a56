import { localDate } from '../../src/kernel/local-date.ts';
import { StaffRole } from '../../src/modules/associations/index.ts';
import { completionBlocked } from '../../src/modules/invitations/completion/completion.mails.ts';
import { InvitationTargetKind } from '../../src/modules/invitations/invitation.enums.ts';
import {
  acceptedLetter,
  confirmationLetter,
  disputedLetter,
  invitationLetter,
  type TargetWords,
} from '../../src/modules/invitations/invitation.mails.ts';
import { DelegateRole } from '../../src/modules/organizations/index.ts';
import {
  page,
  link,
  person,
  association,
  whether,
  organization,
  samplesOf,
  type LetterSample,
} from './samples-of.ts';

const invitationId = '0193f5a2-0000-7000-8000-000000000001';
const nothing = { organization: null, roles: [], staffRole: null } as const;
const targets: readonly TargetWords[] = [
  { ...nothing, kind: InvitationTargetKind.PERSON },
  { ...nothing, kind: InvitationTargetKind.MEMBERSHIP },
  { ...nothing, kind: InvitationTargetKind.STAFF_ROLE, staffRole: StaffRole.FINANCE },
  {
    ...nothing,
    kind: InvitationTargetKind.DELEGATION,
    organization,
    roles: Object.values(DelegateRole),
  },
];

/** The letters of invitations. */
export const INVITATION_LETTERS: readonly LetterSample[] = [
  ...samplesOf(invitationLetter, {
    secret: 'ABCD-EFGH-JKLM',
    values: targets.map((target, place) => ({
      invitationId,
      association,
      invitee: person,
      inviter: place === 0 ? null : 'Ana Tremblay',
      target,
      lastDay: localDate('2026-12-01'),
      page,
    })),
  }),
  ...samplesOf(acceptedLetter, {
    secret: link.secret,
    values: targets.flatMap(target =>
      (['INVITEE', 'INVITER'] as const).map(reader => ({
        invitationId,
        association,
        reader,
        // Not told to whoever reads it there.
        address: reader === 'INVITEE' ? '' : 'zoe@maboite.example',
        accepter: person,
        target,
        page,
      })),
    ),
  }),
  ...samplesOf(confirmationLetter, {
    secret: link.secret,
    values: targets.map((target, place) => ({
      invitationId,
      association,
      accepter: place === 0 ? null : person,
      target,
      page,
    })),
  }),
  ...samplesOf(disputedLetter, {
    values: targets.flatMap(target =>
      whether.map(suspended => ({ address: 'zoe@maboite.example', accepter: person, target, suspended })),
    ),
  }),
  ...samplesOf(completionBlocked, { values: [{ person }] }),
];
