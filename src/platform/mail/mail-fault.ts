import { registerEnumType } from 'type-graphql';

export enum MailFault {
  ADDRESS_UNKNOWN = 'ADDRESS_UNKNOWN',
  ADDRESS_UNREADABLE = 'ADDRESS_UNREADABLE',
  MAILBOX_FULL = 'MAILBOX_FULL',
  REFUSED = 'REFUSED',
  BUSY = 'BUSY',
  UNREACHABLE = 'UNREACHABLE',
  LETTER = 'LETTER',
}
registerEnumType(MailFault, {
  name: 'MailFault',
  description: 'Why a mail did not leave.',
  valuesConfig: {
    ADDRESS_UNKNOWN: { description: 'The mail server there knows no such mailbox.' },
    ADDRESS_UNREADABLE: { description: 'It is no address that a mail server can read.' },
    MAILBOX_FULL: { description: 'No room, or the mail is too large for what there is.' },
    REFUSED: { description: 'The mail server there refuses it by a rule of its own.' },
    BUSY: { description: 'The mail server there asks for patience.' },
    UNREACHABLE: { description: 'No mail server answered.' },
    LETTER: { description: 'It could not be written: a fault of this portal.' },
  },
});

/** `550 5.1.1`, `550`, or the name of a failure without an answer. */
const ANSWER = /^([45])\d\d(?: [45](\.\d+\.\d+))?$/;
const NO_SUCH_MAILBOX = ['.1.1', '.1.2', '.1.3', '.1.6', '.1.10', '.2.1'];

/** What the code of the last attempt means. The server's own words are not kept, because they repeat addresses. */
export function mailFault(code: string): MailFault {
  if (code === 'LETTER') return MailFault.LETTER;
  if (code === 'ADDRESS' || code === 'EENVELOPE') return MailFault.ADDRESS_UNREADABLE;
  const [answer, first, status] = ANSWER.exec(code) ?? [];
  if (answer === undefined) return MailFault.UNREACHABLE;
  if (status === '.2.2' || /^[45]52$/.test(answer)) return MailFault.MAILBOX_FULL;
  if (status !== undefined && NO_SUCH_MAILBOX.includes(status)) return MailFault.ADDRESS_UNKNOWN;
  return first === '4' ? MailFault.BUSY : MailFault.REFUSED;
}
