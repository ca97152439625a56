import { defineLetter } from '../../../platform/mail/letter.ts';
import type { DelegateRole } from '../delegate-role.ts';

export interface DelegateRolesValues {
  /** In the reader's language. */
  readonly organization: string;
  /** What the reader is for it from now on; nothing when they were removed. */
  readonly roles: readonly DelegateRole[];
}

export const delegateRolesChanged = defineLetter<DelegateRolesValues>(
  'delegate-roles-changed',
  ({ wording, values: { organization, roles }, sender }) => {
    const say = (what: string): string => wording.of(`organizations.mail.roles.${what}`, { organization });
    const list = roles.map(role => `– ${wording.of(`DelegateRole.${role}`)}`);
    return {
      subject: say(roles.length === 0 ? 'removed.subject' : 'changed.subject'),
      parts: [
        {
          kind: 'TEXT',
          text: roles.length === 0 ? say('removed.text') : [say('changed.text'), ...list].join('\n'),
        },
        {
          kind: 'TEXT',
          text: wording.of('organizations.mail.question', { supportEmail: sender.supportEmail }),
        },
      ],
    };
  },
);
