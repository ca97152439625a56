import { defineLetter, type AnyLetter } from '../../../platform/mail/letter.ts';

export interface CompletionBlockedValues {
  readonly person: string;
}

/** To the association's office: whoever should have used the link is to get a new one. */
export const completionBlocked = defineLetter<CompletionBlockedValues>(
  'completion-blocked',
  ({ wording, values: { person } }) => {
    const say = (what: string): string =>
      wording.of(`invitations.completion.mail.blocked.${what}`, { person });
    return {
      subject: say('subject'),
      parts: ['what', 'todo'].map(what => ({ kind: 'TEXT' as const, text: say(what) })),
    };
  },
);

export const completionLetters: readonly AnyLetter[] = [completionBlocked];
