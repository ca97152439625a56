import { newId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { CarriedThing, type MovedTable, type Pair } from '../../people/index.ts';

interface Part {
  readonly id: string;
  readonly from: string;
  readonly to: string | null;
}

const common = {
  table: 'representation',
  key: ['id'],
  watched: 'ROWS',
  thing: CarriedThing.REPRESENTATIONS,
} as const;

export const REPRESENTATIONS_OF_PERSONS: MovedTable = {
  ...common,
  rows: 't.person_id = any ($1::uuid[]) or t.representative_person_id = any ($1::uuid[])',
  countedBy: 'person_id',
};

export const REPRESENTATIONS_OF_ORGANIZATIONS: MovedTable = {
  ...common,
  rows: 't.organization_id = any ($1::uuid[])',
  countedBy: 'organization_id',
};

const COLUMNS = ['person_id', 'organization_id', 'representative_person_id'] as const;
type Column = (typeof COLUMNS)[number];

/** How the rows of one column go over; `end` names whoever stands at the other end of a row. */
function moving(column: Column, end: (row: 'a' | 'b') => string) {
  const alike = `a.${column} = $1 and a.kind = b.kind and ${end('a')} = ${end('b')}`;
  const copied = COLUMNS.map(one => (one === column ? '$2::uuid' : one)).join(', ');
  return {
    doubled: statement<{ readonly id: string }>(
      `merge-doubled-${column}`,
      `select b.id from representation b where b.${column} = $2 and exists (
         select from representation a
         where ${alike} and daterange(a.from_on, a.to_on) && daterange(b.from_on, b.to_on))`,
    ),
    uncovered: statement<Part>(
      `merge-uncovered-${column}`,
      `select b.id, lower(part)::text as "from", upper(part)::text as "to"
       from representation b, lateral unnest(datemultirange(daterange(b.from_on, b.to_on)) - (
         select range_agg(daterange(a.from_on, a.to_on)) from representation a where ${alike})) part
       where b.id = any ($2::uuid[]) order by b.id, part`,
    ),
    add: statement<never>(
      `merge-add-${column}`,
      `insert into representation (id, association_id, ${COLUMNS.join(', ')}, kind, given_name, family_name,
         name_key, from_on, to_on, document, upload_id, recorded_at)
       select $1, association_id, ${copied}, kind, given_name, family_name,
         name_key, $4::date, $5::date, document, upload_id, recorded_at from representation where id = $3`,
    ),
    // Where one of the two represents the other, nobody represents anybody any more.
    rest: statement<never>(
      `merge-move-${column}`,
      `update representation set ${column} = $1 where ${column} = $2 and id <> all ($3::uuid[])
         and person_id is distinct from $1 and representative_person_id is distinct from $1`,
    ),
  };
}

const represented = (row: string): string => `coalesce(${row}.person_id, ${row}.organization_id)`;
const representative = (row: string): string =>
  `coalesce(${row}.representative_person_id::text, ${row}.name_key)`;

const OF_PERSONS = moving('person_id', representative);
const BY_PERSONS = moving('representative_person_id', represented);
const OF_ORGANIZATIONS = moving('organization_id', representative);

/** Whom the other person represents, and who represents them. */
export async function moveRepresentationsOfPersons(context: Context, tx: Tx, pair: Pair): Promise<void> {
  await move(context, tx, OF_PERSONS, pair);
  await move(context, tx, BY_PERSONS, pair);
}

export const moveRepresentationsOfOrganizations = (context: Context, tx: Tx, pair: Pair): Promise<void> =>
  move(context, tx, OF_ORGANIZATIONS, pair);

/**
 * What both have stays with the other record as history; the kept one gets the days on which it lacked it, by the same
 * document. The rest is the kept one's.
 */
async function move(
  { clock, random }: Context,
  tx: Tx,
  { doubled, uncovered, add, rest }: ReturnType<typeof moving>,
  { kept, other }: Pair,
): Promise<void> {
  const both = (await within(tx, doubled, [kept, other])).map(({ id }) => id);
  for (const { id, from, to } of await within(tx, uncovered, [kept, both]))
    await within(tx, add, [newId(clock, random), kept, id, from, to]);
  await within(tx, rest, [kept, other, both]);
}
