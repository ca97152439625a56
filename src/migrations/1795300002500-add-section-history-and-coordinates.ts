import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Stays in a section do not overlap, and an organization has further addresses, phones, e-mails and websites. */
export class AddSectionHistoryAndCoordinates1795300002500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table organization_section
        add constraint organization_section_period check (from_on < to_on),
        add constraint organization_section_once exclude using gist
          (organization_id with =, section_id with =, daterange(from_on, to_on) with &&);

      create table organization_address (
        id uuid primary key,
        organization_id uuid not null references organization (id),
        position integer not null,
        kind text not null check (kind in ('HEAD_OFFICE', 'BRANCH', 'MAILING', 'BILLING')),
        street text,
        street2 text,
        city text,
        province text,
        postal_code text,
        country text not null
      );
      create index organization_address_organization_id_idx on organization_address (organization_id);

      create table organization_phone (
        id uuid primary key,
        organization_id uuid not null references organization (id),
        position integer not null,
        kind text not null check (kind in ('OFFICE', 'MOBILE', 'TOLL_FREE', 'FAX')),
        number text not null,
        extension text
      );
      create index organization_phone_organization_id_idx on organization_phone (organization_id);

      create table organization_email (
        id uuid primary key,
        organization_id uuid not null references organization (id),
        position integer not null,
        kind text not null check (kind in ('GENERAL', 'BILLING', 'MEDIA')),
        address text not null
      );
      create index organization_email_organization_id_idx on organization_email (organization_id);

      create table organization_website (
        id uuid primary key,
        organization_id uuid not null references organization (id),
        position integer not null,
        kind text not null check (kind in ('SITE', 'SOCIAL_MEDIA', 'PORTFOLIO')),
        url text not null
      );
      create index organization_website_organization_id_idx on organization_website (organization_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table organization_address, organization_phone, organization_email, organization_website;
      alter table organization_section
        drop constraint organization_section_once,
        drop constraint organization_section_period;
    `);
  }
}
