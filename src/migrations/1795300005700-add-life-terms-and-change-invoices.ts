import type { MigrationInterface, QueryRunner } from 'typeorm';

const YEARS = "'CALENDAR_YEAR', 'ASSOCIATION_YEAR', 'ROLLING', 'ODD_LENGTH'";

/** A term may be for life: then, and only then, it has no end. Whom a change is charged to, and how long they have. */
export class AddLifeTermsAndChangeInvoices1795300005700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table term drop constraint term_kind_check;
      alter table term add constraint term_kind_check check (kind in (${YEARS}, 'LIFETIME'));
      alter table term alter column to_on drop not null;
      alter table term add constraint term_without_end check (to_on is not null or kind = 'LIFETIME');

      alter table term_rule drop constraint term_rule_kind_check;
      alter table term_rule add constraint term_rule_kind_check check (kind in (${YEARS}, 'LIFETIME'));

      alter table association add column change_due_days integer not null default 30
        constraint association_change_due_days_check check (change_due_days >= 0);
      alter table association alter column change_due_days drop default;
      alter table association add column changes_billed_to text not null default 'HOLDER'
        constraint association_changes_billed_to_check check (changes_billed_to in ('HOLDER', 'TERM_PAYER'));
      alter table association alter column changes_billed_to drop default;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table association drop column changes_billed_to;
      alter table association drop column change_due_days;

      delete from term where kind = 'LIFETIME';
      delete from term_rule where kind = 'LIFETIME';
      alter table term_rule drop constraint term_rule_kind_check;
      alter table term_rule add constraint term_rule_kind_check check (kind in (${YEARS}));
      alter table term drop constraint term_without_end;
      alter table term alter column to_on set not null;
      alter table term drop constraint term_kind_check;
      alter table term add constraint term_kind_check check (kind in (${YEARS}));
    `);
  }
}
