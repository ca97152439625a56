import { dayAt } from '../../../kernel/deadline.ts';
import { fromPublicId, type PersonId } from '../../../kernel/id.ts';
import type { Locale } from '../../../kernel/locale.ts';
import type { Context } from '../../../platform/context.ts';
import { statement } from '../../../platform/database/statement.ts';
import type { AssociationEntity } from '../../associations/index.ts';
import { CLOSING_REASONS } from '../../memberships/index.ts';
import { MOST_GUESSES, MOST_LINKS } from './completion-rules.ts';
import { CompletionLeftOutReason } from './completion.enums.ts';

/** Somebody who is to get a link, as a letter needs them. */
export interface Completer {
  readonly personId: PersonId;
  readonly givenName: string;
  readonly familyName: string;
  readonly searchKey: string;
  readonly locale: Locale;
}

export interface LeftOut {
  /** Their place among those whom staff named, from 0. */
  readonly index: number;
  readonly reason: CompletionLeftOutReason;
}

export interface Chosen {
  readonly completers: readonly Completer[];
  readonly leftOut: readonly LeftOut[];
  /** Those who fit as well, beyond what one list holds. */
  readonly remaining: number;
}

interface Named extends Completer {
  readonly hasAccount: boolean;
  readonly hasAddress: boolean;
  readonly hasNumber: boolean;
}

const COLUMNS = `p.id as "personId", p.given_name as "givenName", p.family_name as "familyName",
  p.search_key as "searchKey", p.locale`;

const named = statement<Named>(
  'completion-named',
  `select ${COLUMNS}, p.account_id is not null as "hasAccount", p.contact_email is not null as "hasAddress",
     m.member_number is not null as "hasNumber"
   from person p left join membership m on m.person_id = p.id and m.association_id = p.association_id
   where p.association_id = $1 and p.merged_into_id is null and p.id = any ($2::uuid[])`,
);

// Those without a link first, then the oldest: list after list reaches everybody.
const everybody = statement<Completer & { readonly total: string }>(
  'completion-everybody',
  `select ${COLUMNS}, count(*) over () as total
   from membership m
     join person p on p.id = m.person_id
     left join completion_link l on l.person_id = p.id
   where m.association_id = $1 and p.merged_into_id is null and p.account_id is null and p.contact_email is null
     and exists (
       select from affiliation a
       where a.membership_id = m.id and a.withdrawn_at is null and a.from_on <= $2 and (a.to_on is null or a.to_on > $2)
         and a.reason <> all ($3::text[]))
     and ($4 or l.person_id is null or l.expires_at <= $5 or l.guesses >= $6)
   order by l.issued_at nulls first, p.search_key, p.id limit $7`,
);

/** The members of today who have neither an account nor an address; those whose link still works only if asked for. */
export async function chooseEverybody(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  { id, timeZone }: AssociationEntity,
  replaceLiveLinks: boolean,
): Promise<Chosen> {
  const now = clock.now();
  const rows = await db.read(everybody, [
    id,
    dayAt(timeZone, now),
    CLOSING_REASONS,
    replaceLiveLinks,
    now,
    MOST_GUESSES,
    MOST_LINKS,
  ]);
  return { completers: rows, leftOut: [], remaining: Number(rows[0]?.total ?? 0) - rows.length };
}

/** Those whom staff name, as far as a link is for them. Absent and of elsewhere are the same. */
export async function chooseNamed(
  { db }: Pick<Context, 'db'>,
  { id }: AssociationEntity,
  personIds: readonly string[],
): Promise<Chosen> {
  const ids = personIds.map(personId => fromPublicId('Person', personId));
  const wanted = ids.filter(one => one !== null);
  const found = new Map<string, Named>(
    (await db.read(named, [id, wanted])).map(person => [person.personId, person]),
  );
  const reasons = ids.map(uuid => reasonAgainst(found.get(uuid ?? '')));
  return {
    completers: [...found.values()].filter(person => reasonAgainst(person) === null),
    leftOut: reasons.flatMap((reason, index) => (reason === null ? [] : [{ index, reason }])),
    remaining: 0,
  };
}

function reasonAgainst(person: Named | undefined): CompletionLeftOutReason | null {
  if (!person) return CompletionLeftOutReason.NOT_FOUND;
  if (person.hasAccount) return CompletionLeftOutReason.HAS_ACCOUNT;
  if (person.hasAddress) return CompletionLeftOutReason.HAS_ADDRESS;
  return person.hasNumber ? null : CompletionLeftOutReason.NO_MEMBER_NUMBER;
}
