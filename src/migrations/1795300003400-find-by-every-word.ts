import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Staff find people and organizations by any word of their names, filter their lists, and read the newest first. */
export class FindByEveryWord1795300003400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The words of a search key; of « O BRIEN » also OBRIEN, as many write it.
      create function name_words(key text) returns tsvector language sql immutable strict parallel safe
        return array_to_tsvector(array_remove(string_to_array(translate(
          key || ' ' || regexp_replace(key, '(^| )([DLO]) ', '\\1\\2', 'g'),
          '!"#$%&()*+,./:;<=>?@[\\]^_{|}~«»‹›“”„…•·°¡¿', repeat(' ', 42)), ' '), ''));

      create index person_name_words_idx on person using gin (name_words(search_key))
        where merged_into_id is null;
      create index organization_name_words_idx on organization
        using gin (name_words(search_key || ' ' || search_key_en)) where merged_into_id is null;

      -- Lists are counted in their index, without a look at the rows.
      drop index person_association_id_search_key_idx, organization_association_id_search_key_idx,
        membership_by_name_idx;
      create index person_association_id_search_key_idx on person (association_id, search_key, id)
        where merged_into_id is null;
      create index organization_association_id_search_key_idx on organization (association_id, search_key, id)
        where merged_into_id is null;
      create index membership_by_name_idx on membership (association_id, holder_search_key, id)
        where merged_into_id is null;

      create index person_association_id_added_at_idx on person (association_id, added_at, id)
        where merged_into_id is null;
      create index organization_association_id_added_at_idx on organization (association_id, added_at, id)
        where merged_into_id is null;
      create index membership_association_id_admitted_on_idx on membership (association_id, admitted_on, id)
        where merged_into_id is null;

      create index person_has_account_idx on person (association_id, (account_id is null), search_key, id)
        where merged_into_id is null;
      create index person_association_id_email_idx on person (association_id, lower(contact_email))
        where merged_into_id is null;
      create index organization_association_id_province_idx
        on organization (association_id, province, search_key, id) where merged_into_id is null;

      create index affiliation_class_id_idx on affiliation (class_id, membership_id);
      create index organization_section_section_id_idx on organization_section (section_id, organization_id);
      create index delegation_suspended_idx on delegation (organization_id) where suspended_at is not null;
      create index invitation_unanswered_idx on invitation (organization_id)
        where accepted_at is null and declined_at is null and revoked_at is null and organization_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index person_name_words_idx, organization_name_words_idx, person_association_id_added_at_idx,
        organization_association_id_added_at_idx, membership_association_id_admitted_on_idx, person_has_account_idx,
        person_association_id_email_idx, organization_association_id_province_idx, affiliation_class_id_idx,
        organization_section_section_id_idx, delegation_suspended_idx, invitation_unanswered_idx;
      drop function name_words;
      drop index person_association_id_search_key_idx, organization_association_id_search_key_idx,
        membership_by_name_idx;
      create index person_association_id_search_key_idx on person (association_id, search_key, id);
      create index organization_association_id_search_key_idx on organization (association_id, search_key, id);
      create index membership_by_name_idx on membership (association_id, holder_search_key, id);
    `);
  }
}
