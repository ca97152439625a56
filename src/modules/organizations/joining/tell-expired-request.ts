import { dayAt } from '../../../kernel/deadline.ts';
import type { JoinRequestId } from '../../../kernel/id.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { defineJob, enqueue } from '../../../platform/jobs/job.ts';
import { nameOf } from '../name-of.ts';
import { tellPerson } from '../tell-person.ts';
import { joinRequestExpired } from './joining.mails.ts';

interface Expired {
  readonly personId: string;
  readonly expiresAt: Date;
  readonly publicNameFr: string;
  readonly publicNameEn: string;
  readonly associationId: string;
  readonly timeZone: string;
  /** They came in another way meanwhile, and wait for nothing. */
  readonly isDelegate: boolean;
}

// It was over by the clock already: what is noted is that the person was told.
const note = statement<Expired>(
  'join-request-note-expired',
  `update join_request r set ended_at = r.expires_at, ended_why = 'EXPIRED'
   from organization o join association a on a.id = o.association_id
   where r.id = $1 and r.ended_at is null and r.expires_at < $2 and o.id = r.organization_id
   returning r.person_id as "personId", r.expires_at as "expiresAt", o.public_name_fr as "publicNameFr",
     o.public_name_en as "publicNameEn", a.id as "associationId", a.time_zone as "timeZone",
     exists (
       select from delegation d where d.organization_id = r.organization_id and d.person_id = r.person_id
         and d.from_at <= $2 and (d.to_at is null or d.to_at > $2)) as "isDelegate"`,
);

/** Writes to somebody whose request nobody decided in time, once. */
export const tellExpiredRequest = defineJob<{ readonly requestId: JoinRequestId }>(
  'tell-expired-join-request',
  (parts, { requestId }) =>
    parts.db.transaction(async tx => {
      const [expired] = await within(tx, note, [requestId, parts.clock.now()]);
      if (!expired || expired.isDelegate) return;
      const { personId, associationId, expiresAt, timeZone } = expired;
      const lastDay = dayAt(timeZone, expiresAt);
      await tellPerson(parts, tx, {
        personId,
        associationId,
        letter: joinRequestExpired,
        values: locale => ({ organization: nameOf(expired, locale), lastDay }),
      });
    }),
);

/** The queue wakes by the database's clock, and the end is judged by the program's: they may differ by so much. */
const SLACK_MS = 60_000;

export const tellWhenExpired = (tx: Tx, requestId: JoinRequestId, expiresAt: Date): Promise<void> =>
  enqueue(tx, tellExpiredRequest, { requestId }, { at: new Date(expiresAt.getTime() + SLACK_MS) });
