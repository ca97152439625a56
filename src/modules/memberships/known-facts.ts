/** When the house knew a fact, in milliseconds: from `knownAt`, or ever since, until it was withdrawn. */
export interface Known {
  readonly knownAt: number | null;
  readonly withdrawnAt: number | null;
}

/** The columns of `Known`. `row` names the table. */
export const knownColumns = (row: string): string => `
  (extract(epoch from ${row}.known_at) * 1000)::float8 as "knownAt",
  (extract(epoch from ${row}.withdrawn_at) * 1000)::float8 as "withdrawnAt"`;

/** Whether a row was known at an instant, as a condition. */
export const wasKnown = (row: string, at: string): string =>
  `(${row}.known_at is null or ${row}.known_at <= ${at}) and (${row}.withdrawn_at is null or ${row}.withdrawn_at > ${at})`;

/** What of it was known at an instant; at one to come, all that is known now. */
export const knownAt = <Fact extends Known>(facts: readonly Fact[], at: Date): readonly Fact[] => {
  const time = at.getTime();
  const isKnown = ({ knownAt: from, withdrawnAt: to }: Fact): boolean =>
    (from === null || from <= time) && (to === null || time < to);
  return facts.every(isKnown) ? facts : facts.filter(isKnown);
};
