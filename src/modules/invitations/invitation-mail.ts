import type { Context } from '../../platform/context.ts';
import { within, type Tx } from '../../platform/database/database.ts';
import { defineLoader, type Loader } from '../../platform/database/loader.ts';
import { statement } from '../../platform/database/statement.ts';
import { invitationLetter } from './invitation.mails.ts';
import type { InvitationEntity } from './invitation.entity.ts';
import type { MailState } from './invitation.enums.ts';

const cancelWaiting = statement(
  'invitation-mail-cancel',
  `update mail set state = 'CANCELLED', sealed_secret = null, claimed_until = null, settled_at = $4
   where person_id = $1 and letter = $2 and values ->> 'invitationId' = $3 and state in ('QUEUED', 'DEFERRED')`,
);

const latestStates = statement<{ readonly id: string; readonly state: MailState }>(
  'invitation-mail-states',
  `select i.id, m.state
   from invitation i
     cross join lateral (
       select state from mail
       where person_id = i.person_id and letter = $2 and values ->> 'invitationId' = i.id::text
       order by queued_at desc, id desc limit 1
     ) m
   where i.id = any ($1::uuid[])`,
);

/** A mail that has not left yet would carry a code that no longer works. */
export async function cancelWaitingMail(
  { clock }: Pick<Context, 'clock'>,
  tx: Tx,
  { id, personId }: Pick<InvitationEntity, 'id' | 'personId'>,
): Promise<void> {
  await within(tx, cancelWaiting, [personId, invitationLetter.name, id, clock.now()]);
}

/** What became of the latest mail of an invitation; null once its row was removed. */
export const mailStateOfInvitation: Loader<string, MailState | null> = defineLoader(
  async (context, ids: readonly string[]) => {
    const rows = await context.db.read(latestStates, [ids, invitationLetter.name]);
    const byId = new Map(rows.map(row => [row.id, row.state]));
    return ids.map(id => byId.get(id) ?? null);
  },
);
