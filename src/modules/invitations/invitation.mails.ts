import type { LocalDate } from '../../kernel/local-date.ts';
import { defineLetter, type AnyLetter, type LetterPart } from '../../platform/mail/letter.ts';
import type { Wording } from '../../platform/wording/wording.ts';
import type { StaffRole } from '../associations/index.ts';
import type { DelegateRole } from '../organizations/index.ts';
import { dateInWords } from '../../platform/wording/date-in-words.ts';
import { InvitationTargetKind } from './invitation.enums.ts';

/** What an invitation leads to, as a letter tells it in the reader's language. */
export interface TargetWords {
  readonly kind: InvitationTargetKind;
  readonly organization: string | null;
  readonly roles: readonly DelegateRole[];
  readonly staffRole: StaffRole | null;
}

export interface InvitationLetterValues {
  readonly invitationId: string;
  readonly association: string;
  readonly invitee: string;
  /** Null where staff have no name on file. */
  readonly inviter: string | null;
  readonly target: TargetWords;
  readonly lastDay: LocalDate;
  /** The page that the link opens; the code goes into its fragment, which no server sees. */
  readonly page: string;
}

/** Apart from the letter, because staff see it: it holds no secret. */
export const invitationSubject = (
  wording: Wording,
  { association }: Pick<InvitationLetterValues, 'association'>,
): string => wording.of('invitations.mail.subject', { association });

const text = (words: string): LetterPart => ({ kind: 'TEXT', text: words });

/** B1, B2: the code both as a link and to be typed. */
export const invitationLetter = defineLetter<InvitationLetterValues>(
  'invitation',
  ({ wording, values, sender, secret }) => {
    const say = (what: string, words = {}): string => wording.of(`invitations.mail.${what}`, words);
    const { association, invitee, inviter, target, lastDay, page } = values;
    return {
      subject: invitationSubject(wording, values),
      parts: [
        text(say('greeting', { invitee })),
        text(say('intro')),
        text(
          [
            say('association', { association }),
            ...(inviter === null ? [] : [say('inviter', { inviter })]),
            ...targetLines(wording, target),
          ].join('\n'),
        ),
        { kind: 'CODE', label: say('code'), code: secret },
        { kind: 'ACTION', label: say('action'), url: `${page}#code=${secret}` },
        text(say('expiry', { lastDay: dateInWords(lastDay, wording.locale) })),
        text(say('notForYou', { supportEmail: sender.supportEmail })),
      ],
    };
  },
);

export interface AcceptedLetterValues {
  readonly invitationId: string;
  readonly association: string;
  readonly reader: 'INVITEE' | 'INVITER';
  readonly address: string;
  readonly accepter: string;
  readonly target: TargetWords;
  readonly page: string;
}

/** Tells who accepted, with « ce n'est pas moi ». */
export const acceptedLetter = defineLetter<AcceptedLetterValues>(
  'invitation-accepted',
  ({ wording, values, secret }) => {
    const say = (what: string, words = {}): string => wording.of(`invitations.mail.${what}`, words);
    const { association, reader, address, accepter, target, page } = values;
    return {
      subject: say('accepted.subject', { association }),
      parts: [
        text(
          reader === 'INVITEE'
            ? say('accepted.toInvitee', { accepter })
            : say('accepted.toInviter', { address, accepter }),
        ),
        text([say('association', { association }), ...targetLines(wording, target, 'ANYBODY')].join('\n')),
        text(say('accepted.dispute')),
        { kind: 'ACTION', label: say('accepted.action'), url: `${page}#dispute=${secret}` },
      ],
    };
  },
);

export interface ConfirmationLetterValues {
  readonly invitationId: string;
  readonly association: string;
  readonly accepter: string | null;
  readonly target: TargetWords;
  readonly page: string;
}

/** Policy VERIFY: the invited address decides whether another account may accept. */
export const confirmationLetter = defineLetter<ConfirmationLetterValues>(
  'invitation-address-confirmation',
  ({ wording, values, secret }) => {
    const say = (what: string, words = {}): string => wording.of(`invitations.mail.${what}`, words);
    const { association, target, page } = values;
    const accepter = values.accepter ?? say('confirmation.unnamed');
    return {
      subject: say('confirmation.subject', { association }),
      parts: [
        text(say('confirmation.intro', { accepter })),
        text([say('association', { association }), ...targetLines(wording, target)].join('\n')),
        text(say('confirmation.ask')),
        { kind: 'ACTION', label: say('confirmation.action'), url: `${page}#confirmation=${secret}` },
      ],
    };
  },
);

export interface DisputedLetterValues {
  readonly address: string;
  readonly accepter: string;
  readonly target: TargetWords;
  readonly suspended: boolean;
}

/** To the association's office. */
export const disputedLetter = defineLetter<DisputedLetterValues>(
  'invitation-disputed',
  ({ wording, values }) => {
    const say = (what: string, words = {}): string => wording.of(`invitations.mail.disputed.${what}`, words);
    const { address, accepter, target, suspended } = values;
    return {
      subject: say('subject'),
      parts: [
        text(say('intro')),
        text(
          [
            say('address', { address }),
            say('accepter', { accepter }),
            ...targetLines(wording, target, 'ANYBODY'),
          ].join('\n'),
        ),
        text(say(suspended ? 'suspended' : 'notSuspended')),
      ],
    };
  },
);

/** What it leads to, said to whom it is offered, or to anybody who is told what became of it. */
function targetLines(
  wording: Wording,
  { kind, organization, roles, staffRole }: TargetWords,
  reader: 'INVITEE' | 'ANYBODY' = 'INVITEE',
): string[] {
  const whose = reader === 'INVITEE' ? '' : 'OfInvitee';
  const say = (what: string, words = {}): string => wording.of(`invitations.mail.${what}`, words);
  switch (kind) {
    case InvitationTargetKind.DELEGATION:
      return [
        say('organization', { organization }),
        say('roles', {
          count: roles.length,
          roles: listed(
            wording,
            roles.map(role => wording.of(`DelegateRole.${role}`)),
          ),
        }),
      ];
    case InvitationTargetKind.STAFF_ROLE:
      return [say('staffRole', { role: staffRole === null ? '' : wording.of(`StaffRole.${staffRole}`) })];
    case InvitationTargetKind.MEMBERSHIP:
      return [say(`membership${whose}`)];
    case InvitationTargetKind.PERSON:
      return [say(`person${whose}`)];
  }
}

const listed = ({ locale }: Wording, words: readonly string[]): string =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(words);

export const invitationsLetters: readonly AnyLetter[] = [
  invitationLetter,
  acceptedLetter,
  confirmationLetter,
  disputedLetter,
];
