import pg from 'pg';
import { idSql as uid } from './ids.mjs';
import { invoiceStatements } from './invoices.mjs';
import { sizes } from './sizes.mjs';

const key = name => `translate(upper(${name}), 'ÀÂÇÉÈÊËÎÏÔÙÛÜ-', 'AACEEEEIIOUUU ')`;

const GIVEN =
  'Zoé,Émile,Léa,Noah,Olivia,Liam,Chloé,Félix,Alice,Logan,Rosalie,Nathan,Florence,Édouard,Maya,Théo,Charlie,Arnaud,Béatrice,Lucas,Sofia,Hugo,Jade,Samuel,Mila,Raphaël,Clara,Adam,Juliette';
const FAMILY =
  'Tremblay,Gagnon,Roy,Côté,Bouchard,Gauthier,Morin,Lavoie,Fortin,Gagné,Ouellet,Pelletier,Bélanger,Lévesque,Bergeron,Leblanc,Paquette,Girard,Simard,Boucher,Caron,Beaulieu,Cloutier,Dubé,Poirier,Smith,Brown,Nguyen,Singh,MacDonald,Campbell,Wilson,Martin,Lee,Wong,Patel,Taylor,Thompson,Scott,Clark,Anderson';
const TRADE = 'Boréales,Riverain,Northern,Laurentides,Prairie,Maritime,Horizon,Érable,Lumière,Cascade,Sommet';
const pick = (words, number) =>
  `(string_to_array('${words}', ','))[1 + (${number}) % ${words.split(',').length}]`;

const statements = ({ people, organizations }) => [
  `insert into association (id, code, kind, parent_id, root_id, independent, name_fr, name_en, short_name_fr,
     short_name_en, provinces, time_zone, year_starts_on, language_policy, identifier_policy, username_case,
     password_profile, invitation_mismatch, invitation_days, sender_name_fr, sender_name_en, sender_address,
     postal_address, support_email, website_fr, website_en, brand_colour, brand_text_colour, recovery_policy,
     reset_link_minutes, old_passwords, factor_roles, handover_approval, transfer_acceptance, intent_days,
     change_due_days, changes_billed_to)
   select ${uid('association', 'n')}, 'body' || n, case n when 0 then 'NATIONAL' else 'INSTITUTE' end,
     case when n > 0 then ${uid('association', 0)} end, ${uid('association', 0)}, false,
     'Institut ' || n, 'Institute ' || n, 'I' || n, 'I' || n, '{}', 'America/Toronto', '01-01', 'BILINGUAL_CHOICE',
     'USERNAME', 'IGNORED', 'LENGTH', 'ALLOW', 30, 'Institut', 'Institute', 'portail@example.org', 'Montréal',
     'aide@example.org', 'https://example.org/', 'https://example.org/en/', '#1b3a5c', '#ffffff', 'IDENTIFIER',
     60, 'ACCEPT', '{}', 'NONE', 'MANUAL', 30, 30, 'HOLDER'
   from generate_series(0, 11) n`,

  `insert into section
   select ${uid('section', 'n')}, ${uid('association', 0)}, 'section' || n, 'Section ' || n, 'Section ' || n
   from generate_series(0, 5) n`,

  `insert into membership_class
   select ${uid('membershipClass', 'n * 10 + k')}, ${uid('association', 'n')},
     (array['FULL', 'RETIRED', 'HOUSE'])[k], (array['Plein titre', 'Retraité', 'Maison'])[k],
     (array['Full', 'Retired', 'House'])[k], case k when 3 then 'ORGANIZATION' else 'PERSON' end,
     k = 1, k = 1, k = 1, k <> 2, case k when 2 then 60 else 30 end, 30
   from generate_series(0, 11) n, generate_series(1, 3) k`,

  `insert into account
   select ${uid('account', 'n')}, 'INDIVIDUAL', 'member' || n, null, null, 'fr-CA', '2025-01-01', null
   from generate_series(1, ${people}) n`,

  `insert into account_address
   select ${uid('account', 'n')}, ${uid('account', 'n')}, 'member' || n || '@example.org',
     'member' || n || '@example.org', true, '2025-01-01', '2025-01-01'
   from generate_series(1, ${people}) n`,

  `insert into person
   select ${uid('person', 'n')}, ${uid('association', 0)}, ${uid('account', 'n')}, given, family,
     ${key("family || ' ' || given")}, 'fr-CA', null, '+15146226483', '150', '2025-01-01'
   from generate_series(1, ${people}) n,
     lateral (select ${pick(GIVEN, 'n * 31 / 7')} as given, ${pick(FAMILY, 'n * 17 / 5')} as family) names`,

  `insert into organization (id, association_id, legal_name, legal_key, public_name_fr, public_name_en, search_key, search_key_en,
     email, phone, website, street, city, province, postal_code, country, added_at)
   select ${uid('organization', 'n')}, ${uid('association', 0)}, '9000-' || n || ' Québec inc.',
     ${key("'9000-' || n || ' Québec inc.'")}, name, name,
     ${key('name')}, ${key('name')}, 'bureau@example.org', '+15146226483', 'https://example.org/',
     '1450, rue Notre-Dame', 'Montréal', 'QC', 'H3A 2E6', 'CA', '2025-01-01'
   from generate_series(1, ${organizations}) n,
     lateral (select 'Productions ' || ${pick(TRADE, 'n * 7')} || ' ' || n as name) names`,

  `insert into organization_section
   select gen_random_uuid(), ${uid('organization', 'n')}, ${uid('section', '(n + k) % 6')}, '2024-01-01', null
   from generate_series(1, ${organizations}) n, generate_series(0, case n % 4 when 0 then 1 else 0 end) k`,

  // Three for each organization, of three people: the first ones speak for somebody, the rest for nobody.
  `insert into delegation
   select gen_random_uuid(), ${uid('organization', 'n')}, ${uid('person', `(3 * (n - 1) + k) % ${people} + 1`)},
     (array['PRINCIPAL', 'DUES', 'CONTACT'])[k + 1], '2025-01-01', null, null
   from generate_series(1, ${organizations}) n, generate_series(0, 2) k`,

  // Everybody is in an institute, three of ten in the national body too, as are the organizations.
  `create temporary table admitted as
   select *, row_number() over () as n from (
     select 1 + i % 11 as body, id as person_id, null::uuid as organization_id, search_key, 'I' || i as number
     from person, lateral (select ('x' || right(id::text, 12))::bit(48)::bigint as i)
     union all
     select 0, id, null, search_key, 'N' || i
     from person, lateral (select ('x' || right(id::text, 12))::bit(48)::bigint as i) where i % 10 < 3
     union all
     select 0, null, id, search_key, 'M' || ('x' || right(id::text, 12))::bit(48)::bigint from organization) holders`,

  `alter table admitted add column id uuid; update admitted set id = uuidv7()`,

  `insert into membership
   select id, ${uid('association', 'body')}, person_id, organization_id, number, search_key,
     make_date(2004 + (n % 20)::int, 1 + (n % 12)::int, 1 + (n % 28)::int)
   from admitted`,

  `insert into membership_count select association_id, count(*) from membership group by association_id`,

  // One of five changed its class, one of fifty left, one of seven has not paid for this year.
  `insert into affiliation
   select gen_random_uuid(), m.id, ${uid('membershipClass', 'a.body * 10 + stay.class')}, stay.from_on, stay.to_on, stay.reason
   from admitted a join membership m on m.id = a.id,
     lateral (values
       (case when a.organization_id is null then 1 else 3 end, m.admitted_on,
        case when a.n % 5 = 0 then date '2025-03-01' when a.n % 50 = 1 then date '2025-06-01' end, 'ADMISSION'),
       (case when a.organization_id is null then 2 else 3 end, date '2025-03-01', null,
        case when a.n % 5 = 0 then 'RECLASSIFICATION' end),
       (case when a.organization_id is null then 1 else 3 end, date '2025-06-01', null,
        case when a.n % 50 = 1 then 'RESIGNATION' end)
     ) stay (class, from_on, to_on, reason) where stay.reason is not null`,

  `insert into term
   select gen_random_uuid(), id, 'CALENDAR_YEAR', make_date(year, 1, 1), make_date(year + 1, 1, 1)
   from admitted, generate_series(2024, case n % 7 when 0 then 2025 else 2026 end) year`,

  `insert into hold select gen_random_uuid(), id, 'LEAVE', '2026-06-01', null from admitted where n % 100 = 3`,

  ...invoiceStatements,
];

/** Fills an empty, migrated database by set-based SQL, and lets the planner know it. */
export async function fill(url, scale) {
  const size = sizes(scale);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const text of statements(size)) await client.query(text);
    await client.query('vacuum analyze');
    return size;
  } finally {
    await client.end();
  }
}
