import { defineLetter, type Letter } from '../../../platform/mail/index.ts';

export interface OrganizationsJoinedValues {
  /** In the reader's language, as the records were named. */
  readonly kept: string;
  readonly other: string;
}

const news = (name: string, key: 'merged' | 'parted'): Letter<OrganizationsJoinedValues> =>
  defineLetter<OrganizationsJoinedValues>(name, ({ wording, values, sender }) => {
    const say = (what: string): string =>
      wording.of(`organizations.mail.${key}.${what}`, { ...values, association: sender.name });
    return {
      subject: say('subject'),
      parts: [
        { kind: 'TEXT', text: say('text') },
        {
          kind: 'TEXT',
          text: wording.of('organizations.mail.question', { supportEmail: sender.supportEmail }),
        },
      ],
    };
  });

/** To whoever acts for one of two organizations that became one. */
export const organizationsJoined = news('organizations-joined', 'merged');

/** To the same, when it is undone. */
export const organizationsSeparated = news('organizations-separated', 'parted');
