import { wordQuery } from '../kernel/word-search.ts';
import { readSearch } from '../platform/graphql/search-text.ts';
import type { Bind, Condition } from './directory.ts';

type Search = string | null | undefined;

/** The words of the public names and the legal one of an organization `o`, as their index has them. */
export const ORGANIZATION_WORDS = `name_words(o.search_key || ' ' || o.search_key_en || ' ' || o.legal_key)`;

// Set apart by their offset: PostgreSQL takes the start of a word for a frequent one, and would walk the whole list in
// search of a rare one.
const persons = (query: string): string => `
  select p.id from person p where p.merged_into_id is null and name_words(p.search_key) @@ ${query}::tsquery offset 0`;
const organizations = (query: string): string => `
  (select o.id from organization o where o.merged_into_id is null and ${ORGANIZATION_WORDS} @@ ${query}::tsquery offset 0)
  union all
  (select f.organization_id from organization_former_name f where name_words(f.search_key) @@ ${query}::tsquery offset 0)`;

const searched = (search: Search, condition: (bind: Bind, query: string) => string): readonly Condition[] => {
  const typed = readSearch(search);
  return typed === '' ? [] : [bind => condition(bind, wordQuery(typed))];
};

/** Persons `p` in whose names each word that is looked for starts a word. */
export const personsNamed = (search: Search): readonly Condition[] =>
  searched(search, (bind, query) => `p.id in (${persons(bind(query))})`);

/** The same of organizations `o`, in either language, by their legal names and former ones as well. */
export const organizationsNamed = (search: Search): readonly Condition[] =>
  searched(search, (bind, query) => `o.id in (${organizations(bind(query))})`);

/** Memberships `m` whose holder is named so; each kind of holder is found by its own index. */
export const holdersNamed = (search: Search): readonly Condition[] =>
  searched(search, (bind, query) => {
    const place = bind(query);
    return `m.id in (
      select h.id from (${persons(place)}) found join membership h on h.person_id = found.id
      where h.association_id = $1
      union all
      select h.id from (${organizations(place)}) found join membership h on h.organization_id = found.id
      where h.association_id = $1)`;
  });
