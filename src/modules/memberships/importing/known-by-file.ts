/**
 * Since when a new fact of membership `m` is known that comes in the file of batch $1, written at $5: always, where the
 * same file brings the member along; else from now on, because pages have shown the member without it.
 */
export const KNOWN_AT = `case when m.id in (
    select (b.made->>'membershipId')::uuid from staged_row b where b.batch_id = $1 and b.verdict = 'CREATE')
  then null else $5::timestamptz end`;
