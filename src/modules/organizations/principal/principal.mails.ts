import { defineLetter, type Letter } from '../../../platform/mail/letter.ts';

export interface PrincipalValues {
  readonly organization: string;
}

const news = (name: string, key: string): Letter<PrincipalValues> =>
  defineLetter<PrincipalValues>(name, ({ wording, values, sender: { supportEmail } }) => ({
    subject: wording.of(`organizations.mail.${key}.subject`, { ...values }),
    parts: [
      { kind: 'TEXT', text: wording.of(`organizations.mail.${key}.text`, { ...values }) },
      { kind: 'TEXT', text: wording.of('organizations.mail.question', { supportEmail }) },
    ],
  }));

/** To the principal in whose place the association appoints another. */
export const principalSuspended = news('principal-suspended', 'suspended');

/** To the same, when the association takes it back. */
export const principalReinstated = news('principal-reinstated', 'reinstated');
