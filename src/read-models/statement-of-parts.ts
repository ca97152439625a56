import { statement, type Statement } from '../platform/database/statement.ts';

/** A subselect, where somebody asks for it. */
export const when = (asked: boolean, select: string): string => (asked ? `(${select})` : 'null');

/**
 * A read of a tree of which only the parts asked for are read: one prepared statement for each combination, written
 * when it is first wanted and named after it.
 */
export function statementOf<Row, Parts extends { readonly [Part in keyof Parts]: boolean }>(
  name: string,
  write: (parts: Parts) => string,
): (parts: Parts) => Statement<Row> {
  const written = new Map<string, Statement<Row>>();
  return parts => {
    const asked = (Object.keys(parts) as (keyof Parts)[]).sort().map(part => Number(parts[part]));
    const wanted = `${name}-${asked.join('')}`;
    const known = written.get(wanted) ?? statement<Row>(wanted, write(parts));
    written.set(wanted, known);
    return known;
  };
}
