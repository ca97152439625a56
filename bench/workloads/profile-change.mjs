import { NOW } from '../data/today.mjs';
import { idOf } from '../data/ids.mjs';

const phoneOf = number => `+1514622${String(number % 10_000).padStart(4, '0')}`;

/** A write: a member changes the own work phone. The limit and the product write a line of the audit trail with it. */
export const profileChange = {
  id: 'Wp',
  title: 'profile change',
  target: null,
  requests: 150,

  ours: {
    caller: 'member',
    query: `mutation Change($input: UpdateProfileInput!) { updateProfile(input: $input) {
      __typename ... on UpdateProfileSuccess { person { givenName familyName workPhone } }
    } }`,
    variables: ({ account, givenName, familyName }) => ({
      input: { givenName, familyName, workPhone: phoneOf(account) },
    }),
    facts: ({ data: { updateProfile } }) => updateProfile.person,
  },

  limit: {
    values: ({ account, givenName, familyName }) => [
      idOf('account', account),
      NOW,
      givenName,
      familyName,
      phoneOf(account),
    ],
    text: `with before as (
        select id, association_id, json_build_object('workPhone', work_phone) as facts
        from person where account_id = $1 for no key update
      ), after as (
        update person p set given_name = $3, family_name = $4, work_phone = $5, work_phone_extension = null
        from before where p.id = before.id
        returning json_build_object('givenName', p.given_name, 'familyName', p.family_name,
          'workPhone', p.work_phone) as facts
      ), written as (
        insert into audit_entry (id, occurred_at, account_id, act, subject_kind, subject_id, association_id, before, after)
        select gen_random_uuid(), $2::timestamptz, $1, 'updateProfile', 'Person', before.id, before.association_id,
          before.facts, after.facts
        from before, after)
      select facts::text from after`,
    facts: facts => facts,
  },

  postgraphile: {
    query: `mutation Change($id: UUID!, $patch: PersonPatch!) {
      updatePersonByRowId(input: { rowId: $id, personPatch: $patch }) { person { givenName familyName workPhone } }
    }`,
    variables: ({ account, givenName, familyName }) => ({
      id: idOf('person', account),
      patch: { givenName, familyName, workPhone: phoneOf(account), workPhoneExtension: null },
    }),
    facts: ({ data }) => data.updatePersonByRowId.person,
  },
};
