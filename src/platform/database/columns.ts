import { Check, Column, PrimaryColumn } from 'typeorm';

/** The only place that names column types, so that a type changes in one place. */
interface Nullable {
  readonly nullable?: boolean;
}

export const Key = (): PropertyDecorator => PrimaryColumn('uuid');
/** A word that identifies a row, alone or together with others. */
export const TextKey = (): PropertyDecorator => PrimaryColumn('text');
export const BytesKey = (): PropertyDecorator => PrimaryColumn('bytea');
export const InstantKey = (): PropertyDecorator => PrimaryColumn('timestamptz');
export const Reference = (options: Nullable = {}): PropertyDecorator => Column('uuid', options);
export const Text = (options: Nullable = {}): PropertyDecorator => Column('text', options);
/** A `searchKey`: compared byte by byte, so that order and prefixes are the same in every database. */
export const SortKey = (options: Nullable = {}): PropertyDecorator =>
  Column({ type: 'text', collation: 'C', ...options });
export const Texts = (): PropertyDecorator => Column({ type: 'text', array: true });
export const Flag = (): PropertyDecorator => Column('boolean');
export const Count = (options: Nullable = {}): PropertyDecorator => Column('integer', options);
/** A counter that outgrows `Count`; the driver reads it as text. */
export const LongCount = (): PropertyDecorator => Column('bigint');
/** Whole cents, a `bigint` in code; the driver reads them as text. */
export const Cents = (options: Nullable = {}): PropertyDecorator =>
  Column('bigint', {
    ...options,
    transformer: {
      from: (read: string | null) => (read === null ? null : BigInt(read)),
      to: (written: bigint | null) => written?.toString() ?? null,
    },
  });
/** An instant, UTC, a `Date` in code. */
export const Instant = (options: Nullable = {}): PropertyDecorator => Column('timestamptz', options);
/** A day without a zone, a `LocalDate` in code. */
export const CalendarDay = (options: Nullable = {}): PropertyDecorator => Column('date', options);
/** What another standard has the shape of, such as a key set. */
export const Json = (options: Nullable = {}): PropertyDecorator => Column('jsonb', options);
export const Bytes = (options: Nullable = {}): PropertyDecorator => Column('bytea', options);

/** A closed set of words, kept by the database under the name that PostgreSQL gives to a column's check. */
export const OneOf = (table: string, column: string, words: readonly string[]): ClassDecorator =>
  Check(`${table}_${column}_check`, `${column} in (${words.map(word => `'${word}'`).join(', ')})`);
