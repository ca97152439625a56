import type { InvitationId } from '../../kernel/id.ts';
import type { SendAgain, SendAgainByLetter } from '../../platform/mail/index.ts';
import { findInvitation } from './find-invitation.ts';
import { invitationLetter, type InvitationLetterValues } from './invitation.mails.ts';
import { mayInviteTo } from './invitations-in-care.ts';
import { holdInvitation } from './rotate-code.ts';
import { prepareMail, sendAfresh } from './send-afresh.ts';
import { isTargetTaken } from './target-taken.ts';
import { whySettled } from './why-unusable.ts';

/** For whoever may invite: a new code, as `resendInvitation` gives one. */
const invitation: SendAgain = async (context, { values }) => {
  const { invitationId } = values as InvitationLetterValues;
  const found = await findInvitation(context, invitationId as InvitationId);
  if (!found || !(await mayInviteTo(context, found.row))) return null;
  if (whySettled(context, found) || (await isTargetTaken(context, found.row))) return null;
  const mail = await prepareMail(context, found);
  return async tx => {
    const row = await holdInvitation(tx, found.row.id);
    if (whySettled(context, { ...found, row })) return false;
    await sendAfresh(context, tx, { ...found, row }, { mail, reissues: row.reissues });
    return true;
  };
};

/** Letters about invitations whose code is made anew when they are sent again. */
export const invitationsSendAgain: SendAgainByLetter = { [invitationLetter.name]: invitation };
