import { STAGED_ROWS } from './staged-rows.ts';

/** Stays that rows say in one cell, and the table of the records that they become. */
export interface StagedStays {
  readonly field: string;
  /** Of a row `w`: whose stays they are, told apart before any of them is on file. */
  readonly owner: string;
  /** `owner`, `word`, `from_on` and `to_on` of what is on file for the owners in `said`. */
  readonly onFile: string;
}

/**
 * What new and changed rows say of stays, as `said`: `before` is the end that the same row said last time, and `is_new`
 * whether it says something else now. What a file no longer says stays on record.
 */
export const saidStays = ({ field, owner }: StagedStays): string => `said as materialized (
  select w.row_number, w.record_id, w.data, ${owner} as owner, x.word, x."from" as from_on, x."to" as to_on,
    (w.made->>('${field}' || x.place))::uuid as id, b."to" as before, b.word is not null as was_said,
    b.word is null or b."to" is distinct from x."to" as is_new
  from (select * from ${STAGED_ROWS} and s.verdict in ('CREATE', 'CHANGE') and s.data ? '${field}') w
  cross join lateral rows from (jsonb_to_recordset(w.data->'${field}') as (word text, "from" date, "to" date))
    with ordinality as x(word, "from", "to", place)
  left join lateral (
    select y.* from jsonb_to_recordset(w.was->'${field}') as y(word text, "from" date, "to" date)
    where y.word = x.word and y."from" = x."from") b on true)`;

/** Rows with stays that were changed or taken back here since the same row was read last. */
export const stayClashes = (stays: StagedStays): string => `
  with ${saidStays(stays)}, known as (${stays.onFile})
  select distinct n.row_number as row, '${stays.field}' as field, 'CHANGED_HERE' as code
  from said n left join known k on k.owner = n.owner and k.word = n.word and k.from_on = n.from_on
  where n.is_new and k.to_on is distinct from n.to_on
    and case when n.was_said then k.owner is null or k.to_on is distinct from n.before else k.owner is not null end`;

/**
 * Rows with stays in the same that overlap, with one another or with what is on file. What a row repeats is not written,
 * and is as it is on file.
 */
export const stayOverlaps = (stays: StagedStays, code: string): string => `
  with ${saidStays(stays)}, known as (${stays.onFile}),
  all_of_them as (
    select owner, word, from_on, to_on, row_number from said where is_new
    union all
    select owner, word, from_on, to_on, null from known k where not exists (
      select from said n where n.is_new and n.owner = k.owner and n.word = k.word and n.from_on = k.from_on)),
  neighbours as (
    select row_number, from_on, lag(from_on) over w as from_before, lag(to_on) over w as to_before,
      lag(row_number) over w as row_before
    from all_of_them window w as (partition by owner, word order by from_on, row_number))
  select coalesce(row_number, row_before) as row, '${stays.field}' as field, '${code}' as code,
    case when row_number is not null then row_before end as "otherRow"
  from neighbours where from_before is not null and (to_before is null or to_before > from_on)
    and coalesce(row_number, row_before) is not null`;
