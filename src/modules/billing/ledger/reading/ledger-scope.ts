import type { AssociationId } from '../../../../kernel/id.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import type { LedgerAccount } from '../ledger-words.ts';

/** Which part of a book is looked at. */
export interface LedgerScope {
  readonly bookId: AssociationId;
  /** Null: the whole book. */
  readonly bodyId: AssociationId | null;
  readonly from: LocalDate | null;
  /** The last day. */
  readonly to: LocalDate | null;
  readonly account: LedgerAccount | null;
}
