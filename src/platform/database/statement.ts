/**
 * A read that is planned once: its name is the prepared statement's name on each connection, so it must be
 * unique in the house and never depend on values. Parameters are `$1` …, never pasted text.
 */
export interface Statement<Row> {
  readonly name: string;
  readonly text: string;
  /** The shape of a row; a type only. */
  readonly row?: Row;
}

export const statement = <Row>(name: string, text: string): Statement<Row> => ({ name, text });

/**
 * A read that is planned each time for its values, because it is put together from what was asked for: no connection
 * keeps a plan for every combination. Its text never depends on values either.
 */
export const plannedAnew = <Row>(text: string): Statement<Row> => ({ name: '', text });
