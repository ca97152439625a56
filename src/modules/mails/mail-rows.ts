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

/** The bodies from one to the top of its tree, itself included. */
const lineAbove = (from: string): string => `with recursive line as (
     ${from}
     union all select up.id, up.parent_id from association up join line on up.id = line.parent_id
   ) select id from line`;

/**
 * Of the person $1 and their account, sent by the body that has them on file or by one above it: people use the sites
 * of those, too, and ask their own office for help. What siblings and other trees sent is none of its business.
 */
export const MAILS_OF_PERSON = `(m.person_id = $1 or m.account_id = (select account_id from person where id = $1))
  and m.association_id in (${lineAbove(`select a.id, a.parent_id from association a
     where a.id = (select association_id from person where id = $1)`)})`;

/** The bodies whose staff see the mail $1 in that way. */
export const READERS_OF_MAIL = `select distinct p.association_id as "associationId"
  from mail m join person p on p.id = m.person_id or p.account_id = m.account_id
  where m.id = $1 and m.association_id in (${lineAbove(
    'select a.id, a.parent_id from association a where a.id = p.association_id',
  )})`;
