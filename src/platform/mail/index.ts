/**
 * Mail: what a letter is, the outbox that it is put into together with the change it tells of, and its delivery.
 *
 * Responsible for: drawing letters (HTML and text), sending each once, retries, erasing secrets, the mailbox of
 * test realms. Not responsible for: what letters say (the modules), whose brand they wear (`senderOf`).
 */
export { adoptMails } from './adopt-mails.ts';
export { defineDelivery, type DeliveryParts } from './deliver-mail.ts';
export {
  defineLetter,
  type AnyLetter,
  type Composing,
  type Letter,
  type LetterBody,
  type LetterPart,
  type Sender,
} from './letter.ts';
export { MailState } from './mail-state.ts';
export { MailFault } from './mail-fault.ts';
export { Mail, type MailFacts } from './mail.type.ts';
export { mailWordingEn } from './mail.wording.en.ts';
export { mailWordingFr } from './mail.wording.fr.ts';
export { mailboxPage } from './mailbox-page.ts';
export { startMailboxServer, type MailboxServer } from './mailbox-server.ts';
export { openMailbox, type Mailbox, type ReceivedMail } from './mailbox.ts';
export { queueMail, queueMails, type MailOrder } from './queue-mail.ts';
export {
  allAsTheyWere,
  asItWas,
  neverAgain,
  RESEND_SECONDS,
  WhyNotAgain,
  type MailOnFile,
  type SendAgain,
  type SendAgainByLetter,
  type Sending,
} from './resend.ts';
export { withdrawMails } from './withdraw-mails.ts';
export { createTransport, type MailTransport, type OutgoingMail } from './transport.ts';
