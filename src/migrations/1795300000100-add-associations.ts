import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tree of bodies, their documents and sections, and the programs that call on their behalf. */
export class AddAssociations1795300000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table association (
        id uuid primary key,
        code text not null unique,
        kind text not null check (kind in ('NATIONAL', 'INSTITUTE', 'SECTION', 'CHAPTER')),
        parent_id uuid references association (id),
        root_id uuid not null references association (id),
        independent boolean not null,
        name_fr text not null,
        name_en text not null,
        short_name_fr text not null,
        short_name_en text not null,
        provinces text[] not null,
        time_zone text not null,
        year_starts_on text not null,
        language_policy text not null
          check (language_policy in ('FR_ONLY', 'FR_FIRST_CHOICE', 'BILINGUAL_CHOICE')),
        identifier_policy text not null check (identifier_policy in ('USERNAME', 'EMAIL')),
        username_case text not null check (username_case in ('EXACT', 'IGNORED')),
        password_profile text not null,
        invitation_mismatch text not null check (invitation_mismatch in ('ALLOW', 'VERIFY', 'REFUSE')),
        invitation_days integer not null,
        sender_name_fr text not null,
        sender_name_en text not null,
        sender_address text not null,
        postal_address text not null,
        support_email text not null,
        support_phone text,
        website_fr text not null,
        website_en text not null,
        brand_colour text not null,
        brand_text_colour text not null,
        pages_client_id uuid
      );
      create index association_parent_id_idx on association (parent_id);
      create index association_root_id_idx on association (root_id);

      create table association_document (
        id uuid primary key,
        association_id uuid not null references association (id),
        kind text not null check (kind in ('TERMS', 'PRIVACY')),
        version text not null,
        url_fr text not null,
        url_en text not null,
        in_force_from timestamptz not null,
        unique (association_id, kind, version)
      );

      create table section (
        id uuid primary key,
        association_id uuid not null references association (id),
        code text not null,
        name_fr text not null,
        name_en text not null,
        unique (association_id, code)
      );

      create table client (
        id uuid primary key,
        association_id uuid not null references association (id),
        name text not null,
        kind text not null check (kind in ('PUBLISHABLE', 'SECRET')),
        key_mode text not null check (key_mode in ('TEST', 'LIVE')),
        key_digest bytea not null unique,
        publishable_key text,
        sign_in_mode text not null check (sign_in_mode in ('HOSTED', 'DIRECT')),
        registered_at timestamptz not null,
        revoked_at timestamptz
      );
      create index client_association_id_idx on client (association_id);
      alter table association
        add constraint association_pages_client_id_fkey foreign key (pages_client_id) references client (id);

      create table client_origin (
        client_id uuid not null references client (id),
        origin text not null,
        primary key (client_id, origin)
      );
      create index client_origin_origin_idx on client_origin (origin);

      create table client_page (
        client_id uuid not null references client (id),
        page text not null check (page in ('INVITATION', 'PASSWORD_RESET', 'EMAIL_CONFIRMATION', 'RENEWAL', 'INVOICE', 'PREFERENCES', 'SIGNED_OUT')),
        locale text not null,
        url text not null,
        primary key (client_id, page, locale)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table association drop constraint association_pages_client_id_fkey;
      drop table client_page, client_origin, client, section, association_document, association;
    `);
  }
}
