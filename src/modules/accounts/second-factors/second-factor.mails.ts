import { defineLetter, type LetterPart } from '../../../platform/mail/letter.ts';
import type { Wording } from '../../../platform/wording/wording.ts';
import type { SecondFactorKind } from './second-factor.enums.ts';

export interface FactorValues {
  readonly kind: SecondFactorKind;
  /** As the person called it; null for the authenticator app. */
  readonly name: string | null;
}

export const paragraphs = (wording: Wording, ...keys: readonly string[]): LetterPart[] =>
  keys.map(key => ({ kind: 'TEXT', text: wording.of(`secondFactors.mail.${key}`) }));

const about = (wording: Wording, key: string, { kind, name }: FactorValues): LetterPart => ({
  kind: 'TEXT',
  text: wording.of(`secondFactors.mail.${key}`, { kind, name: name ?? '' }),
});

export const factorAdded = defineLetter<FactorValues>('second-factor-added', ({ wording, values }) => ({
  subject: wording.of('secondFactors.mail.added.subject'),
  parts: [
    ...paragraphs(wording, 'greeting'),
    about(wording, 'added.text', values),
    ...paragraphs(wording, 'notYou'),
  ],
}));

export const factorRemoved = defineLetter<FactorValues>('second-factor-removed', ({ wording, values }) => ({
  subject: wording.of('secondFactors.mail.removed.subject'),
  parts: [
    ...paragraphs(wording, 'greeting'),
    about(wording, 'removed.text', values),
    ...paragraphs(wording, 'notYou'),
  ],
}));

export const recoveryCodeUsed = defineLetter<{ readonly left: number }>(
  'recovery-code-used',
  ({ wording, values }) => ({
    subject: wording.of('secondFactors.mail.codeUsed.subject'),
    parts: [
      ...paragraphs(wording, 'greeting'),
      { kind: 'TEXT', text: wording.of('secondFactors.mail.codeUsed.text', { ...values }) },
      ...paragraphs(wording, 'notYou'),
    ],
  }),
);

export const recoveryCodesRenewed = defineLetter<object>('recovery-codes-renewed', ({ wording }) => ({
  subject: wording.of('secondFactors.mail.codesRenewed.subject'),
  parts: paragraphs(wording, 'greeting', 'codesRenewed.text', 'notYou'),
}));
