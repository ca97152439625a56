/** One row of a file by the names of its fields. */
export interface TypedRow {
  /** Whether the file has the column at all: one that it lacks changes nothing. */
  has(field: string): boolean;
  /** Trimmed; empty where the cell is, and where the file has no such column. */
  text(field: string): string;
}

/** Those of the values whose columns stand in the file. */
export const presentOf = <T extends object>(row: TypedRow, values: T): Partial<T> =>
  Object.fromEntries(Object.entries(values).filter(([field]) => row.has(field))) as Partial<T>;
