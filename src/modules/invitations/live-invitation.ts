import { within, type Tx } from '../../platform/database/database.ts';
import { statement } from '../../platform/database/statement.ts';
import type { SendableDraft } from './judge-draft.ts';

/** The one that an address has to a target, where it was not answered and not revoked. */
export const liveInvitation = statement<{ readonly id: string }>(
  'invitation-live-one',
  `select id from invitation
   where email_normalized = $1 and target_key = $2
     and accepted_at is null and declined_at is null and revoked_at is null`,
);

// Looked up one by one: a join would read every live invitation of the house.
const ofMany = statement<{ readonly key: string; readonly id: string }>(
  'invitations-live',
  `select w.email || ' ' || w.target as key, i.id
   from unnest($1::text[], $2::text[]) as w(email, target)
   join lateral (
     select id from invitation
     where email_normalized = w.email and target_key = w.target
       and accepted_at is null and declined_at is null and revoked_at is null
     limit 1) i on true`,
);

/** The same for many: by address and target, parted by a space. */
export async function liveInvitations(
  tx: Tx,
  sendables: readonly Pick<SendableDraft, 'draft' | 'targetKey'>[],
): Promise<Map<string, string | null>> {
  const rows = await within(tx, ofMany, [
    sendables.map(({ draft }) => draft.address.normalized),
    sendables.map(({ targetKey }) => targetKey),
  ]);
  return new Map(rows.map(({ key, id }) => [key, id]));
}
