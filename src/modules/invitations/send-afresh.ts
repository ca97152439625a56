import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/database/database.ts';
import { displayNameOf, personById } from '../people/index.ts';
import type { FoundInvitation } from './find-invitation.ts';
import type { InvitationEntity } from './invitation.entity.ts';
import type { TargetWords } from './invitation.mails.ts';
import { rotateCode } from './rotate-code.ts';
import { sendInvitation, stationeryOf, type Stationery } from './send-invitation.ts';
import { targetWords } from './target-words.ts';

/** All that the mail of one invitation says, but for the code. */
export type PreparedMail = Stationery & { readonly invitee: string; readonly target: TargetWords };

/** Read before the transaction opens. */
export async function prepareMail(
  context: Context,
  { row, association }: FoundInvitation,
): Promise<PreparedMail> {
  const [stationery, person, target] = await Promise.all([
    stationeryOf(context, association, row),
    context.load(personById, row.personId),
    targetWords(context, row, row.locale),
  ]);
  if (!person) throw new Error('an invitation names a person who is gone');
  return { ...stationery, invitee: displayNameOf(person), target };
}

/** A new code to the same address, in a transaction that holds the invitation. */
export async function sendAfresh(
  context: Context,
  tx: Tx,
  { row: held, association }: FoundInvitation,
  { mail, reissues }: { readonly mail: PreparedMail; readonly reissues: number },
): Promise<InvitationEntity> {
  const { row, code } = await rotateCode(context, tx, held, { association, reissues });
  await sendInvitation(context, tx, row, { ...mail, code });
  return row;
}
