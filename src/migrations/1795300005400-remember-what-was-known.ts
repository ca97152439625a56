import type { MigrationInterface, QueryRunner } from 'typeorm';

const KNOWN = ['affiliation', 'term', 'hold'] as const;

/**
 * Since when a fact of a membership is known, and until when it held, so that a status of the past stays what a page
 * showed; and how long the terms of a class last. What was on file before is known always.
 */
export class RememberWhatWasKnown1795300005400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table term drop column created_at;
      ${KNOWN.map(
        table => `
      alter table ${table} add column known_at timestamptz, add column withdrawn_at timestamptz,
        add constraint ${table}_knowledge check (known_at <= withdrawn_at);`,
      ).join('')}
      ${(['affiliation', 'term'] as const)
        .map(
          table => `
      alter table ${table} drop constraint ${table}_one_at_a_time, add constraint ${table}_one_at_a_time
        exclude using gist (membership_id with =, daterange(from_on, to_on) with &&,
          tstzrange(known_at, withdrawn_at) with &&);`,
        )
        .join('')}
      alter table hold add constraint hold_one_of_a_kind_at_a_time
        exclude using gist (membership_id with =, kind with =, daterange(from_on, to_on) with &&,
          tstzrange(known_at, withdrawn_at) with &&);
      alter table affiliation add column note text;

      create table term_rule (
        id uuid primary key,
        class_id uuid not null references membership_class (id),
        kind text not null constraint term_rule_kind_check
          check (kind in ('CALENDAR_YEAR', 'ASSOCIATION_YEAR', 'ROLLING', 'ODD_LENGTH')),
        months integer,
        rollover_on text,
        from_on date not null,
        to_on date,
        constraint term_rule_period check (from_on < to_on),
        constraint term_rule_months
          check ((kind = 'ODD_LENGTH') = (months is not null) and coalesce(months, 1) > 0),
        constraint term_rule_rollover check (rollover_on is null or kind in ('CALENDAR_YEAR', 'ASSOCIATION_YEAR')),
        constraint term_rule_one_at_a_time exclude using gist
          (class_id with =, daterange(from_on, to_on) with &&)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table term_rule;
      ${KNOWN.map(table => `delete from ${table} where withdrawn_at is not null;`).join('\n')}
      alter table affiliation drop column note;
      alter table hold drop constraint hold_one_of_a_kind_at_a_time;
      ${(['affiliation', 'term'] as const)
        .map(
          table => `
      alter table ${table} drop constraint ${table}_one_at_a_time, add constraint ${table}_one_at_a_time
        exclude using gist (membership_id with =, daterange(from_on, to_on) with &&);`,
        )
        .join('')}
      ${KNOWN.map(
        table => `
      alter table ${table} drop constraint ${table}_knowledge, drop column known_at, drop column withdrawn_at;`,
      ).join('')}
      alter table term add column created_at timestamptz not null default '-infinity';
      alter table term alter column created_at drop default;
    `);
  }
}
