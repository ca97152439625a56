import type { Context } from '../../platform/context.ts';
import { within, type Tx } from '../../platform/database/database.ts';
import { defineLoader, type Loader } from '../../platform/database/loader.ts';
import { statement } from '../../platform/database/statement.ts';
import type { AnyLetter } from '../../platform/mail/letter.ts';
import type { MailFacts } from '../../platform/mail/mail.type.ts';
import { invitationLetter, invitationSubject } from './invitation.mails.ts';
import type { InvitationEntity } from './invitation.entity.ts';

const cancelWaiting = statement(
  'invitation-mail-cancel',
  `update mail set state = 'CANCELLED', sealed_secret = null, claimed_until = null, settled_at = $4
   where (person_id = $1 or account_id = $5) and letter = $2 and values ->> 'invitationId' = $3 and state in ('QUEUED', 'DEFERRED')`,
);

interface LatestMail extends Omit<MailFacts, 'id' | 'subject'> {
  readonly id: string;
  readonly mailId: MailFacts['id'];
  /** As it was sent; null until then. */
  readonly subject: string | null;
  readonly association: string;
}

const latestMails = statement<LatestMail>(
  'invitation-mail-latest',
  `select i.id, m.*
   from invitation i
     cross join lateral (
       select mail.id as "mailId", to_address as "to", state, locale, subject, queued_at as "queuedAt", settled_at as "settledAt",
         last_fault as "lastFault", next_try_at as "nextTryAt", values ->> 'association' as association
       from mail
       where person_id = i.person_id and letter = $2 and values ->> 'invitationId' = i.id::text
       order by queued_at desc, mail.id desc limit 1
     ) m
   where i.id = any ($1::uuid[])`,
);

/** Mails that have not left yet would carry a code, or another secret, that no longer works. */
export async function cancelWaitingMail(
  { clock }: Pick<Context, 'clock'>,
  tx: Tx,
  { id, personId, inviterAccountId }: Pick<InvitationEntity, 'id' | 'personId' | 'inviterAccountId'>,
  { name }: AnyLetter = invitationLetter,
): Promise<void> {
  await within(tx, cancelWaiting, [personId, name, id, clock.now(), inviterAccountId]);
}

/** What may be told of the latest mail of an invitation; null once its row was removed. */
export const mailOfInvitation: Loader<string, MailFacts | null> = defineLoader(
  async (context, ids: readonly string[]) => {
    const rows = await context.db.read(latestMails, [ids, invitationLetter.name]);
    const byId = new Map(
      rows.map(({ id, mailId, subject, ...mail }) => {
        const written = subject ?? invitationSubject(context.wordings.in(mail.locale), mail);
        return [id, { ...mail, id: mailId, subject: written }];
      }),
    );
    return ids.map(id => byId.get(id) ?? null);
  },
);
