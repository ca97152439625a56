import { expect, test } from '@jest/globals';
import { MailFault, mailFault } from '../../src/platform/mail/mail-fault.ts';

test('what a mail server answered is told as a reason that people understand (A15)', () => {
  const meanings = [
    ['550 5.1.1', MailFault.ADDRESS_UNKNOWN],
    ['550', MailFault.REFUSED],
    ['554 5.7.1', MailFault.REFUSED],
    ['552', MailFault.MAILBOX_FULL],
    ['451 4.7.1', MailFault.BUSY],
    ['421', MailFault.BUSY],
    ['ETIMEDOUT', MailFault.UNREACHABLE],
    ['ADDRESS', MailFault.ADDRESS_UNREADABLE],
    ['LETTER', MailFault.LETTER],
  ] as const;

  for (const [code, meaning] of meanings) expect([code, mailFault(code)]).toEqual([code, meaning]);
});
