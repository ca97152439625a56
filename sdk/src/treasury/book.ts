import type { Core } from '../core.ts';
import {
  ClosePeriodDocument,
  LedgerDocument,
  LedgerEntriesDocument,
  type ClosePeriodInput,
  type ClosePeriodMutation,
  type LedgerEntryFragment,
  type LedgerFilter,
  type LedgerQuery,
} from '../generated/operations.ts';
import { withKey } from '../idempotency-key.ts';
import { listOf, type List } from '../list.ts';
import type { OutcomeOf } from '../outcome.ts';

/** What stands on each account of a book, and from which day on it is open. */
export type Ledger = LedgerQuery['ledger'];

/** Cents on one account of a book: a debit above zero, a credit below. */
export type LedgerEntry = LedgerEntryFragment;

/** The book of a body that receives money. */
export interface Book {
  /** What stands on each account of a book, by body and tax: at the end of the day `on`, or with all that is posted. */
  ledger(filter: LedgerFilter, on?: string | null, signal?: AbortSignal): Promise<Ledger>;

  /** What was posted in a book, by its days, journal by journal. As a table: `startExport` of the kind `JOURNAL`. */
  ledgerEntries(filter: LedgerFilter, signal?: AbortSignal): List<LedgerEntry>;

  /**
   * Closes a book up to a day, for good: what is recorded later stands on the first open day.
   *
   * - `PeriodClosedAlready`: it is closed up to that day or a later one, `throughOn`.
   */
  closePeriod(
    input: ClosePeriodInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<ClosePeriodMutation['result']>>;
}

export const book = (core: Core): Book => ({
  ledger: async (filter, on, signal) => (await core.request(LedgerDocument, { filter, on }, signal)).ledger,
  ledgerEntries: (filter, signal) =>
    listOf(
      async (page, aborted) =>
        (await core.request(LedgerEntriesDocument, { filter, ...page }, aborted)).ledger.entries,
      signal,
    ),
  closePeriod: (input, signal) => core.act(ClosePeriodDocument, { input: withKey(input) }, signal),
});
