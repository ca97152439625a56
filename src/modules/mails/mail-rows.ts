import type { MailFacts } from '../../platform/mail/mail.type.ts';
import type { MailOnFile } from '../../platform/mail/resend.ts';

/** A mail with what became of it. */
export interface MailRow extends MailOnFile, Omit<MailFacts, 'subject'> {
  /** As it was sent; null until then. */
  readonly subject: string | null;
  /** Whether it brought a secret, which is erased once it was sent. */
  readonly hadSecret: boolean;
}

export const MAIL_COLUMNS = `m.id, m.letter, m.to_address as "to", m.locale, m.association_id as "associationId",
  m.account_id as "accountId", m.person_id as "personId", m.values, m.subject, m.state, m.queued_at as "queuedAt",
  m.settled_at as "settledAt", m.last_fault as "lastFault", m.next_try_at as "nextTryAt",
  m.send_before is not null as "hadSecret"`;

/** Of the account $1 and its persons, sent by the associations of the tree $2. */
export const OWN_MAILS = `(m.account_id = $1 or m.person_id in (select id from person where account_id = $1))
  and m.association_id in (select id from association where root_id = $2)`;

/** Of the person $1 and their account, sent by the association that has them on file. */
export const MAILS_OF_PERSON = `exists (
    select from person p where p.id = $1 and p.association_id = m.association_id
      and (m.person_id = p.id or m.account_id = p.account_id)
  )`;
