/**
 * What became of the mails of a person.
 *
 * Responsible for: who sees which mails, and sending one again. Not responsible for: delivering them (platform), what
 * they say and how a secret in them is renewed (the modules that write them).
 */
import { PersonMailsResolver } from './person-mails.graphql.ts';
import { ResendMailResolver } from './resend-mail.graphql.ts';

export { listOwnMails } from './list-mails.ts';
export { mailsPorts, type MailsPorts } from './mails.ports.ts';
export { mailsWordingEn } from './mails.wording.en.ts';
export { mailsWordingFr } from './mails.wording.fr.ts';
export { MailConnection } from './person-mails.graphql.ts';

export const mailsResolvers: readonly Function[] = [ResendMailResolver, PersonMailsResolver];
