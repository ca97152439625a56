import type { Locale } from '../../kernel/locale.ts';
import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/database/database.ts';
import { queueMail, queueMails, type MailOrder } from '../../platform/mail/queue-mail.ts';
import type { AssociationEntity } from '../associations/index.ts';
import { pageUrl } from '../integrations/index.ts';
import { nameOnFile } from '../people/index.ts';
import type { InvitationEntity } from './invitation.entity.ts';
import { invitationLetter, type InvitationLetterValues, type TargetWords } from './invitation.mails.ts';
import { lastDayOf } from './invitation.ts';
import { associationName } from './target-words.ts';

/** What all mails of an association to readers of one language share. Read before the transaction opens. */
export interface Stationery {
  readonly association: AssociationEntity;
  readonly page: string;
  readonly inviter: string | null;
}

export async function stationeryOf(
  context: Context,
  association: AssociationEntity,
  { locale, inviterAccountId }: { readonly locale: Locale; readonly inviterAccountId: string | null },
): Promise<Stationery> {
  return {
    association,
    page: await pageUrl(context, association.id, 'INVITATION', locale),
    inviter: await nameOnFile(context, association.id, inviterAccountId),
  };
}

/** Puts the mail with the code into the outbox. It dies with the invitation. */
export async function sendInvitation(
  context: Context,
  tx: Tx,
  row: InvitationEntity,
  mail: Writing,
): Promise<void> {
  await queueMail(context, tx, orderOf(row, mail));
}

/** The same for invitations that were just put on file. */
export async function sendInvitations(
  context: Context,
  tx: Tx,
  drawn: readonly {
    readonly row: InvitationEntity;
    readonly code: string;
    readonly sendable: { readonly invitee: string; readonly words: TargetWords };
  }[],
  stationery: Readonly<Record<Locale, Stationery>>,
): Promise<void> {
  await queueMails(
    context,
    tx,
    drawn.map(({ row, code, sendable: { invitee, words } }) =>
      orderOf(row, { ...stationery[row.locale], code, invitee, target: words }),
    ),
  );
}

type Writing = Stationery & {
  readonly code: string;
  readonly invitee: string;
  readonly target: TargetWords;
};

function orderOf(
  row: InvitationEntity,
  { association, page, inviter, code, invitee, target }: Writing,
): MailOrder<InvitationLetterValues> {
  return {
    letter: invitationLetter,
    to: row.email,
    locale: row.locale,
    associationId: row.associationId,
    personId: row.personId,
    values: {
      invitationId: row.id,
      association: associationName(association, row.locale),
      invitee,
      inviter,
      target,
      lastDay: lastDayOf(row.expiresAt, association.timeZone),
      page,
    },
    secret: code,
    sendBefore: row.expiresAt,
  };
}
