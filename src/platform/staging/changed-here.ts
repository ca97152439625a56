/**
 * A file is a later state of another system, and the record may have moved on here since the last one was read. Row by
 * row three states are compared: what the source said last time (`w.was`), what it says now (`w.data`) and what is on
 * file. What it says anew is written only where the record still is as it was said last; what it repeats changes nothing.
 */
export interface Fact {
  /** The field of the file that is told where it clashes. */
  readonly field: string;
  /** Fields of the row and columns of the record that change together or not at all. */
  readonly columns: Readonly<Record<string, string>>;
  /** Columns that follow from them: where the record says the same already, so do they. */
  readonly derived?: Readonly<Record<string, string>>;
  /** What a record has that was made from a file without the column. */
  readonly otherwise?: Readonly<Record<string, string>>;
}

const said = ({ columns, otherwise = {} }: Fact, json: string): string =>
  `row(${Object.keys(columns)
    .map(key => valueIn(json, key, otherwise[key]))
    .join(', ')})`;

const valueIn = (json: string, key: string, otherwise?: string): string =>
  otherwise === undefined ? `${json}->>'${key}'` : `coalesce(${json}->>'${key}', '${otherwise}')`;

const onFile = ({ columns }: Fact, p: string): string =>
  `row(${Object.values(columns)
    .map(column => `${p}.${column}`)
    .join(', ')})`;

const NOW = '(w.was || w.data)';

const isNew = (fact: Fact): string => `${said(fact, NOW)} is distinct from ${said(fact, 'w.was')}`;

/** Joins, to rows `w` and their records, those facts that were changed here and that the row says otherwise. */
export const clashesWith = (facts: readonly Fact[], p: string): string =>
  `cross join lateral (values ${facts
    .map(
      fact => `('${fact.field}', ${isNew(fact)}
        and ${onFile(fact, p)} is distinct from ${said(fact, 'w.was')}
        and ${onFile(fact, p)} is distinct from ${said(fact, NOW)})`,
    )
    .join(', ')}) as clash(field, is_one)`;

/** Sets what rows `w` say anew in their records; where nothing is, columns stay as they are. */
export const assignments = (facts: readonly Fact[], p: string): string =>
  facts
    .flatMap(fact =>
      Object.entries({ ...fact.columns, ...fact.derived }).map(
        ([key, column]) =>
          `${column} = case when ${isNew(fact)} and ${onFile(fact, p)} is distinct from ${said(fact, NOW)}
             then ${valueIn(NOW, key, fact.otherwise?.[key])} else ${p}.${column} end`,
      ),
    )
    .join(', ');
