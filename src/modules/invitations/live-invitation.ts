import { statement } from '../../platform/database/statement.ts';

/** The one that an address has to a target, where it was not answered and not revoked. */
export const liveInvitation = statement<{ readonly id: string }>(
  'invitation-live-one',
  `select id from invitation
   where email_normalized = $1 and target_key = $2
     and accepted_at is null and declined_at is null and revoked_at is null`,
);
