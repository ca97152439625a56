import type { Locale } from '../../../kernel/locale.ts';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { definePort } from '../../../platform/port.ts';
import type { CarriedThing } from './merging.enums.ts';

/** Two records that become one: the one that stays, and the one that is shown no more. */
export interface Pair {
  readonly kept: string;
  readonly other: string;
}

/** What must not have happened since to the rows of a table, or the merge is not undone. */
export type Watched =
  /** The columns that the merge changed have changed again. */
  | 'COLUMNS'
  /** A row that the merge changed has changed in anything. */
  | 'ROWS'
  /** Or one that stood beside it, in the columns of `beside`. */
  | 'NEIGHBOURS'
  /** Or another has come to them. */
  | 'WHOLE';

/** A table some of whose rows belong to one of the two records. Names are of the code, never of a caller. */
export interface MovedTable {
  readonly table: string;
  readonly key: readonly string[];
  /** Which rows of `t` a merge may change: those of the records `$1`, a list of two. */
  readonly rows: string;
  readonly watched: Watched;
  readonly beside?: readonly string[];
  readonly thing: CarriedThing;
  /** The column by which a row is one of what the record carries; left out where it is not counted. */
  readonly countedBy?: string;
}

/** What becomes of a column that names one of the two: its rows go to the kept record, or stay as history. */
export type Treatment = 'MOVES' | 'STAYS';

/** What a module does with its rows when two persons, or two organizations, become one. */
export interface Mover {
  /** Every column of the module that names such a record, as `table.column`. */
  readonly columns: Readonly<Record<string, Treatment>>;
  readonly tables: readonly MovedTable[];
  /** Holds what other acts hold before they touch these records: memberships, then invoices. */
  readonly holdFirst?: (tx: Tx, ids: readonly string[]) => Promise<void>;
  /** Refuses two records that cannot become one before somebody has done something else. Both are held. */
  readonly judge?: (context: Context, tx: Tx, pair: Pair) => Promise<void>;
  /** Gives the kept record what the other has. Whatever changes in the tables named above is undone with the merge. */
  readonly move: (context: Context, tx: Tx, pair: Pair, taken: readonly string[]) => Promise<void>;
}

export interface Names {
  readonly fr: string;
  readonly en: string;
}

export const nameIn = (names: Names, locale: Locale): string => (locale === 'fr-CA' ? names.fr : names.en);

/** What is particular to merging persons, or organizations. */
export interface Merging {
  readonly table: 'person' | 'organization';
  readonly movers: readonly Mover[];
  /** Holds what other acts hold before they touch these records, so that nobody waits in a circle. */
  readonly holdFirst: (tx: Tx, ids: readonly string[]) => Promise<void>;
  /** Whether one of them is the signed-in person's own: there nobody acts as staff. */
  readonly isOwn: (context: Context, ids: readonly string[]) => Promise<boolean>;
  /** Tells by mail whoever gains or loses something that they see, when it is done (`JOINED`) or undone. */
  readonly tell: (context: Context, tx: Tx, told: Told) => Promise<void>;
}

export interface Told extends Pair {
  readonly associationId: string;
  readonly names: { readonly kept: Names; readonly other: Names };
  readonly what: 'JOINED' | 'SEPARATED';
}

export interface MergingPorts {
  readonly PERSON: Merging;
  readonly ORGANIZATION: Merging;
}

/** What a merge asks of the modules above that keep rows of persons and organizations. */
export const mergingPorts = definePort<MergingPorts>('merging');
