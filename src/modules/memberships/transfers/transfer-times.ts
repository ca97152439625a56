import { endOfDay } from '../../../kernel/deadline.ts';
import { addDays, type LocalDate } from '../../../kernel/local-date.ts';
import type { TransferEnd, TransferState } from './transfer-words.ts';

/** Both bodies have so long to answer; then each that has not is reminded. */
export const TRANSFER_ANSWER_DAYS = 15;
/** A request that nobody decides stands so long. */
export const TRANSFER_DAYS = 90;
/** How far ahead of its day a transfer is asked for. */
export const TRANSFER_DAYS_AHEAD = 366;

export interface TransferTimes {
  readonly answerBy: Date;
  readonly expiresAt: Date;
}

/** Deadlines by the calendar of the body that receives. */
export const timesOf = (today: LocalDate, zone: string): TransferTimes => ({
  answerBy: endOfDay(addDays(today, TRANSFER_ANSWER_DAYS), zone),
  expiresAt: endOfDay(addDays(today, TRANSFER_DAYS), zone),
});

interface Ending {
  readonly expiresAt: Date;
  readonly endedWhy: TransferEnd | null;
}

/** Nothing is noted when its time is over: the state is read from the clock. */
export const stateOfTransfer = ({ expiresAt, endedWhy }: Ending, now: Date): TransferState =>
  endedWhy ?? (now > expiresAt ? 'EXPIRED' : 'PENDING');

/** The same for a row `t`; `now` is a parameter. */
export const transferStateInSql = (now: string): string =>
  `coalesce(t.ended_why, case when t.expires_at < ${now} then 'EXPIRED' else 'PENDING' end)`;
