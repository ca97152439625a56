import type { Parts } from '../../../platform/context.ts';
import { within } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { recoveryNoAccount } from './recovery.mails.ts';

/** Answering takes seconds; what could not be answered for so long is not waited for any more. */
const KEPT_DAYS = 2;
/** The job of a mail that is not settled by then was given up. */
const LONGEST_KEPT_DAYS = 7;
/** In one transaction. */
const MOST_MAILS = 1_000;

const forget = statement('recovery-requests-forget', 'delete from recovery_request where asked_at <= $1');

const forgetStrangers = statement<{ readonly id: string }>(
  'recovery-strangers-forget',
  `delete from mail where id in (
     select id from mail
     where letter = '${recoveryNoAccount.name}' and queued_at <= $1 and (settled_at is not null or queued_at <= $2)
     order by queued_at limit ${MOST_MAILS}
   ) returning id`,
);

/** Removes requests whose job was given up, and mails to addresses that nobody has: they are on nobody's record. */
export async function forgetRecoveryRequests({ db, clock }: Pick<Parts, 'db' | 'clock'>): Promise<void> {
  const daysAgo = (days: number): Date => new Date(clock.now().getTime() - days * 86_400_000);
  await db.transaction(tx => within(tx, forget, [daysAgo(KEPT_DAYS)]));
  const ends = [daysAgo(KEPT_DAYS), daysAgo(LONGEST_KEPT_DAYS)];
  for (let forgotten = MOST_MAILS; forgotten === MOST_MAILS;)
    forgotten = (await db.transaction(tx => within(tx, forgetStrangers, ends))).length;
}
