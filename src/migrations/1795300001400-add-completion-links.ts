import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Links on paper, by which people without an e-mail address open their account. */
export class AddCompletionLinks1795300001400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table completion_link (
        person_id uuid primary key references person (id),
        association_id uuid not null references association (id),
        link_id uuid not null,
        issued_at timestamptz not null,
        expires_at timestamptz not null,
        guesses integer not null
      );
      create index completion_link_association_id_idx on completion_link (association_id);

      alter table client_page drop constraint client_page_page_check;
      alter table client_page add constraint client_page_page_check check (page in ('INVITATION', 'PASSWORD_RESET', 'COMPLETION', 'EMAIL_CONFIRMATION', 'RENEWAL', 'INVOICE', 'PREFERENCES', 'SIGNED_OUT'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from client_page where page = 'COMPLETION';
      alter table client_page drop constraint client_page_page_check;
      alter table client_page add constraint client_page_page_check check (page in ('INVITATION', 'PASSWORD_RESET', 'EMAIL_CONFIRMATION', 'RENEWAL', 'INVOICE', 'PREFERENCES', 'SIGNED_OUT'));
      drop table completion_link;
    `);
  }
}
