import type { InvitationId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import {
  neverAgain,
  queueMail,
  WhyNotAgain,
  type SendAgain,
  type SendAgainByLetter,
} from '../../platform/mail/index.ts';
import { renewSecret } from '../../platform/secrets/one-time-secret.ts';
import { DISPUTE, queueNews, readersOfNews } from './acceptance-news.ts';
import { ADDRESS_CONFIRMATION } from './ask-invited-address.ts';
import { completionBlocked } from './completion/completion.mails.ts';
import { lackOfRoomFor } from './delegates/room-for.ts';
import { findInvitation, type FoundInvitation } from './find-invitation.ts';
import {
  acceptedLetter,
  confirmationLetter,
  disputedLetter,
  invitationLetter,
  type AcceptedLetterValues,
  type ConfirmationLetterValues,
} from './invitation.mails.ts';
import { cancelWaitingMail } from './invitation-mail.ts';
import { mayInviteTo } from './invitations-in-care.ts';
import { holdInvitation } from './rotate-code.ts';
import { prepareMail, sendAfresh } from './send-afresh.ts';
import { isTargetTaken } from './target-taken.ts';
import { whySettled } from './why-unusable.ts';

/** Mails that were queued before they named their invitation are about something that is over by now. */
async function invitationOf(
  context: Context,
  { invitationId }: { readonly invitationId?: string },
): Promise<FoundInvitation | null> {
  return invitationId === undefined ? null : findInvitation(context, invitationId as InvitationId);
}

/** For whoever may invite: a new code, as `resendInvitation` gives one. */
const invitation: SendAgain = async (context, { values }) => {
  const found = await invitationOf(context, values);
  if (!found) return WhyNotAgain.OVER;
  if (!(await mayInviteTo(context, found.row))) return WhyNotAgain.NOT_YOURS;
  if (whySettled(context, found) || (await isTargetTaken(context, found.row))) return WhyNotAgain.OVER;
  const mail = await prepareMail(context, found);
  return async tx => {
    const row = await holdInvitation(tx, found.row);
    if (whySettled(context, { ...found, row })) return false;
    if (await lackOfRoomFor(context, tx, found.association, row)) return false;
    await sendAfresh(context, tx, { ...found, row }, { mail, reissues: row.reissues });
    return true;
  };
};

/** Whether another account may accept is asked again; the time to answer does not grow. */
const question: SendAgain = async (context, mail) => {
  const values = mail.values as ConfirmationLetterValues;
  const found = await invitationOf(context, values);
  if (!found || whySettled(context, found)) return WhyNotAgain.OVER;
  const { row } = found;
  if (row.email !== mail.to) return WhyNotAgain.ADDRESS_CHANGED;
  return async tx => {
    const issued = await renewSecret(context, tx, { purpose: ADDRESS_CONFIRMATION, subjectId: row.id });
    if (!issued) return false;
    await cancelWaitingMail(context, tx, row, confirmationLetter);
    await queueMail(context, tx, {
      letter: confirmationLetter,
      to: mail.to,
      locale: mail.locale,
      associationId: mail.associationId,
      personId: row.personId,
      values,
      secret: issued.secret,
      sendBefore: issued.expiresAt,
    });
    return true;
  };
};

/** To both who may say « ce n'est pas moi », because they hold the same link; the time to say it does not grow. */
const news: SendAgain = async (context, { values }) => {
  const { accepter, ...named } = values as AcceptedLetterValues;
  const found = await invitationOf(context, named);
  if (!found) return WhyNotAgain.OVER;
  const { row } = found;
  const readers = await readersOfNews(context, found);
  return async tx => {
    const issued = await renewSecret(context, tx, { purpose: DISPUTE, subjectId: row.id });
    if (!issued) return false;
    await cancelWaitingMail(context, tx, row, acceptedLetter);
    await queueNews(context, tx, row, { readers, accepter, issued });
    return true;
  };
};

/** How every letter about invitations is sent again. */
export const invitationsSendAgain: SendAgainByLetter = {
  [invitationLetter.name]: invitation,
  [confirmationLetter.name]: question,
  [acceptedLetter.name]: news,
  // To the office, on nobody's record.
  [disputedLetter.name]: neverAgain,
  [completionBlocked.name]: neverAgain,
};
