import type { LocalDate } from '../../../kernel/local-date.ts';
import { defineLetter, type LetterPart } from '../../../platform/mail/letter.ts';
import { dateInWords } from '../../../platform/wording/date-in-words.ts';
import type { Wording } from '../../../platform/wording/wording.ts';
import type { DelegateRole } from '../delegate-role.ts';

interface OfOrganization {
  /** In the reader's language, as below. */
  readonly organization: string;
}

export interface JoinRequestedValues extends OfOrganization {
  readonly person: string;
  readonly lastDay: LocalDate;
}

export interface JoinRequestReceivedValues extends OfOrganization {
  readonly lastDay: LocalDate;
}

export interface JoinRequestWithdrawnValues extends OfOrganization {
  readonly person: string;
}

export interface JoinRequestDecidedValues extends OfOrganization {
  /** What the reader is from now on; nothing when they were refused. */
  readonly roles: readonly DelegateRole[];
  readonly reason: string | null;
}

export interface JoinedByThemselvesValues extends OfOrganization {
  readonly person: string;
  readonly way: 'EMAIL_DOMAIN' | 'CODE';
  /** Through which e-mail domain; empty for a code. */
  readonly domain: string;
}

const text = (words: string): LetterPart => ({ kind: 'TEXT', text: words });
const saying =
  (wording: Wording, letter: string) =>
  (what: string, values: object = {}): string =>
    wording.of(`organizations.mail.${letter}.${what}`, { ...values });

/** To whoever decides. What the person wrote stands with the request: a stranger's words are not mailed. */
export const joinRequested = defineLetter<JoinRequestedValues>(
  'join-requested',
  ({ wording, values, sender }) => {
    const say = saying(wording, 'joinRequested');
    return {
      subject: say('subject', values),
      parts: [
        text(say('text', values)),
        text(say('answer', { lastDay: dateInWords(values.lastDay, wording.locale) })),
        { kind: 'ACTION', label: say('action'), url: sender.website },
      ],
    };
  },
);

/** To the person who asked. */
export const joinRequestReceived = defineLetter<JoinRequestReceivedValues>(
  'join-request-received',
  ({ wording, values, sender: { supportEmail } }) => {
    const say = saying(wording, 'joinReceived');
    return {
      subject: say('subject', values),
      parts: [
        text(say('text', values)),
        text(say('then', { lastDay: dateInWords(values.lastDay, wording.locale) })),
        text(wording.of('organizations.mail.question', { supportEmail })),
      ],
    };
  },
);

/** To the same, once it is decided. */
export const joinRequestDecided = defineLetter<JoinRequestDecidedValues>(
  'join-request-decided',
  ({ wording, values, sender: { supportEmail, website } }) => {
    const { organization, roles, reason } = values;
    const say = saying(wording, roles.length > 0 ? 'joinApproved' : 'joinRefused');
    const list = roles.map(role => `– ${wording.of(`DelegateRole.${role}`)}`);
    return {
      subject: say('subject', { organization }),
      parts: [
        text([say('text', { organization }), ...list].join('\n')),
        ...(reason === null ? [] : [text(say('reason', { reason }))]),
        ...(roles.length > 0 ? [{ kind: 'ACTION' as const, label: say('action'), url: website }] : []),
        text(wording.of('organizations.mail.question', { supportEmail })),
      ],
    };
  },
);

/** To the same, when nobody decided in time: with what they can do next. */
export const joinRequestExpired = defineLetter<JoinRequestReceivedValues>(
  'join-request-expired',
  ({ wording, values, sender: { supportEmail, website } }) => {
    const say = saying(wording, 'joinExpired');
    return {
      subject: say('subject', values),
      parts: [
        text(say('text', { ...values, lastDay: dateInWords(values.lastDay, wording.locale) })),
        text(say('next')),
        { kind: 'ACTION', label: say('action'), url: website },
        text(wording.of('organizations.mail.question', { supportEmail })),
      ],
    };
  },
);

/** To whoever was asked to decide. */
export const joinRequestWithdrawn = defineLetter<JoinRequestWithdrawnValues>(
  'join-request-withdrawn',
  ({ wording, values }) => {
    const say = saying(wording, 'joinWithdrawn');
    return { subject: say('subject', values), parts: [text(say('text', values))] };
  },
);

/** To the principal delegate, who did not let the person in and can remove them. */
export const joinedByThemselves = defineLetter<JoinedByThemselvesValues>(
  'joined-by-themselves',
  ({ wording, values, sender }) => {
    const say = saying(wording, 'joinedByThemselves');
    return {
      subject: say('subject', values),
      parts: [
        text(say('text', values)),
        text(say('remove', values)),
        { kind: 'ACTION', label: say('action'), url: sender.website },
      ],
    };
  },
);

/** To the person who joined by themselves. */
export const joined = defineLetter<OfOrganization>(
  'joined-organization',
  ({ wording, values, sender: { supportEmail } }) => {
    const say = saying(wording, 'joined');
    return {
      subject: say('subject', values),
      parts: [text(say('text', values)), text(wording.of('organizations.mail.question', { supportEmail }))],
    };
  },
);

export const joiningLetters = [
  joinRequested,
  joinRequestReceived,
  joinRequestDecided,
  joinRequestExpired,
  joinRequestWithdrawn,
  joinedByThemselves,
  joined,
] as const;
