import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Each body puts a death on record for itself; what went along of a term stands and falls with it; the rest of a year is
 * a part of it.
 */
export class RecordDeathsByBody1795300006000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index death_record_standing_idx;
      create unique index death_record_standing_idx on death_record (person_id, association_id)
        where withdrawn_at is null;

      alter table term add column carried_from_id uuid references term (id);
      create index term_carried_from_id_idx on term (carried_from_id) where carried_from_id is not null;
      update term t set carried_from_id = running.id
      from membership_transfer x join term running on running.membership_id = x.membership_id
      where t.membership_id = x.new_membership_id and t.known_at = x.ended_at
        and running.withdrawn_at is null and running.from_on <= x.effective_on and running.to_on > x.effective_on
        and t.from_on >= x.effective_on and t.to_on <= running.to_on;

      -- Whoever was admitted within a year and paid the rest of it has a part of that year, not an odd length.
      update term t set kind = case to_char(t.to_on, 'MM-DD') when '01-01' then 'CALENDAR_YEAR' else 'ASSOCIATION_YEAR' end
      from membership m join association a on a.id = m.association_id
      where m.id = t.membership_id and t.kind = 'ODD_LENGTH' and t.to_on < t.from_on + interval '1 year'
        and to_char(t.to_on, 'MM-DD') in ('01-01', a.year_starts_on)
        and exists (select from line_effect e where e.term_id = t.id)
        and not exists (
          select from affiliation f join term_rule r on r.class_id = f.class_id
          where f.membership_id = m.id and r.kind in ('ODD_LENGTH', 'ROLLING')
            and f.from_on <= t.from_on and (f.to_on is null or f.to_on > t.from_on)
            and r.from_on <= t.from_on and (r.to_on is null or r.to_on > t.from_on));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table term drop column carried_from_id;
      update death_record t set withdrawn_at = t.recorded_at, withdrawal_reason = ''
      where t.withdrawn_at is null and exists (
        select from death_record before
        where before.person_id = t.person_id and before.withdrawn_at is null
          and (before.recorded_at, before.id) < (t.recorded_at, t.id));
      drop index death_record_standing_idx;
      create unique index death_record_standing_idx on death_record (person_id) where withdrawn_at is null;
    `);
  }
}
