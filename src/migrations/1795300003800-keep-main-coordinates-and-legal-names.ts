import type { MigrationInterface, QueryRunner } from 'typeorm';
import { searchKey } from '../kernel/search-key.ts';

/** Of the further ones the first, where there is no main one. A fax is not called. */
const FIRST_BECOMES_MAIN = `
  with first as (
    select distinct on (f.organization_id) f.* from organization_phone f
    join organization o on o.id = f.organization_id and o.phone is null
    where f.kind <> 'FAX' order by f.organization_id, f.position, f.id),
  gone as (delete from organization_phone where id in (select id from first))
  update organization o set phone = f.number, phone_extension = f.extension from first f
  where o.id = f.organization_id;

  with first as (
    select distinct on (f.organization_id) f.* from organization_email f
    join organization o on o.id = f.organization_id and o.email is null
    order by f.organization_id, f.position, f.id),
  gone as (delete from organization_email where id in (select id from first))
  update organization o set email = f.address from first f where o.id = f.organization_id;

  with first as (
    select distinct on (f.organization_id) f.* from organization_website f
    join organization o on o.id = f.organization_id and o.website is null
    order by f.organization_id, f.position, f.id),
  gone as (delete from organization_website where id in (select id from first))
  update organization o set website = f.url from first f where o.id = f.organization_id;

  with first as (
    select distinct on (f.organization_id) f.* from organization_address f
    join organization o on o.id = f.organization_id
      and num_nonnulls(o.street, o.street2, o.city, o.province, o.postal_code) = 0
    order by f.organization_id, f.position, f.id),
  gone as (delete from organization_address where id in (select id from first))
  update organization o set street = f.street, street2 = f.street2, city = f.city, province = f.province,
    postal_code = f.postal_code, country = f.country from first f where o.id = f.organization_id;`;

const ROWS = 5_000;

/** Further coordinates stand beside a main one, and organizations change their legal names and are found by old ones. */
export class KeepMainCoordinatesAndLegalNames1795300003800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${FIRST_BECOMES_MAIN}

      create function organization_has_main_ones() returns trigger language plpgsql as $$
      declare
        wanted uuid := coalesce(to_jsonb(new) ->> 'organization_id', to_jsonb(new) ->> 'id');
        o organization;
      begin
        -- Whoever takes the main one away at the same moment is waited for.
        select * into o from organization where id = wanted for no key update;
        if o.phone is null
            and exists (select from organization_phone where organization_id = o.id and kind <> 'FAX')
          or o.email is null and exists (select from organization_email where organization_id = o.id)
          or o.website is null and exists (select from organization_website where organization_id = o.id)
          or num_nonnulls(o.street, o.street2, o.city, o.province, o.postal_code) = 0
            and exists (select from organization_address where organization_id = o.id)
        then
          raise exception 'an organization would have further coordinates without a main one'
            using errcode = 'check_violation', constraint = 'organization_main_ones', table = 'organization';
        end if;
        return null;
      end $$;

      -- At the end of the transaction: the next one takes its place in between.
      create constraint trigger organization_main_ones
        after update of phone, email, website, street, street2, city, province, postal_code on organization
        deferrable initially deferred for each row
        when (old.phone is not null and new.phone is null or old.email is not null and new.email is null
          or old.website is not null and new.website is null
          or num_nonnulls(old.street, old.street2, old.city, old.province, old.postal_code) > 0
            and num_nonnulls(new.street, new.street2, new.city, new.province, new.postal_code) = 0)
        execute function organization_has_main_ones();
      ${['address', 'phone', 'email', 'website']
        .map(
          what => `create constraint trigger organization_main_ones
            after insert or update of organization_id on organization_${what}
            deferrable initially deferred for each row execute function organization_has_main_ones();`,
        )
        .join('\n')}

      create table organization_former_name (
        id uuid primary key,
        organization_id uuid not null references organization (id),
        legal_name text not null,
        legal_name_en text,
        search_key text collate "C" not null,
        until_on date not null,
        document text,
        upload_id uuid,
        recorded_at timestamptz not null
      );
      create index organization_former_name_organization_id_idx
        on organization_former_name (organization_id, until_on);
      create index organization_former_name_words_idx on organization_former_name
        using gin (name_words(search_key));
      create trigger organization_id_is_not_merged after insert on organization_former_name
        referencing new table as fresh for each statement
        execute function no_row_names_a_merged_record('organization', 'organization_id');

      alter table organization add legal_name_en text, add legal_key text collate "C";
    `);
    for (;;) {
      const rows = (await runner.query(
        `select id, legal_name as name from organization where legal_key is null limit ${String(ROWS)}`,
      )) as { readonly id: string; readonly name: string }[];
      if (rows.length === 0) break;
      await runner.query(
        `update organization o set legal_key = k.key from unnest($1::uuid[], $2::text[]) as k (id, key)
         where o.id = k.id`,
        [rows.map(({ id }) => id), rows.map(({ name }) => searchKey(name))],
      );
    }
    await runner.query(`
      alter table organization alter legal_key set not null;
      drop index organization_name_words_idx;
      create index organization_name_words_idx on organization
        using gin (name_words(search_key || ' ' || search_key_en || ' ' || legal_key)) where merged_into_id is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index organization_name_words_idx;
      create index organization_name_words_idx on organization
        using gin (name_words(search_key || ' ' || search_key_en)) where merged_into_id is null;
      alter table organization drop legal_key, drop legal_name_en;
      drop table organization_former_name;
      drop trigger organization_main_ones on organization;
      ${['address', 'phone', 'email', 'website']
        .map(what => `drop trigger organization_main_ones on organization_${what};`)
        .join('\n')}
      drop function organization_has_main_ones();
    `);
  }
}
