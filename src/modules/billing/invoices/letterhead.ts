import { createHash } from 'node:crypto';
import type { AssociationId, Id } from '../../../kernel/id.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import type { LanguagePolicy } from '../../associations/index.ts';

/** What the documents of a body say of it, as of the day on which they were made. */
export interface LetterheadFacts {
  readonly code: string;
  readonly nameFr: string;
  readonly nameEn: string;
  readonly shortNameFr: string;
  readonly shortNameEn: string;
  readonly postalAddress: string;
  readonly supportEmail: string;
  readonly supportPhone: string | null;
  readonly supportTollFreePhone: string | null;
  readonly websiteFr: string;
  readonly websiteEn: string;
  readonly languagePolicy: LanguagePolicy;
}

/** A body as its documents show it, and by which days it counts. */
export interface Letterhead {
  readonly id: Id<'Letterhead'>;
  readonly facts: LetterheadFacts;
  readonly timeZone: string;
  /** Month and day, e.g. `04-01`. */
  readonly yearStartsOn: string;
}

type Read = LetterheadFacts & {
  readonly id: AssociationId;
  readonly timeZone: string;
  readonly yearStartsOn: string;
};

const readFacts = statement<Read>(
  'letterhead-facts',
  `select id, code, name_fr as "nameFr", name_en as "nameEn", short_name_fr as "shortNameFr",
     short_name_en as "shortNameEn", postal_address as "postalAddress", support_email as "supportEmail",
     support_phone as "supportPhone", support_toll_free_phone as "supportTollFreePhone", website_fr as "websiteFr",
     website_en as "websiteEn", language_policy as "languagePolicy", time_zone as "timeZone",
     year_starts_on as "yearStartsOn"
   from association where id = any ($1::uuid[])`,
);

/** Keeps what `readLetterheads` made; the same facts are kept once. `rows` is the place of its rows in the statement. */
export const keepLetterheads = (rows: string): string =>
  `insert into letterhead (id, association_id, facts)
   select id, association_id, facts from json_to_recordset(${rows}::json) r (id uuid, association_id uuid, facts jsonb)
   order by id on conflict (id) do nothing`;

const keep = statement('letterheads-keep', keepLetterheads('$1'));

interface Letterheads {
  readonly letterheadOf: (body: AssociationId) => Letterhead;
  /** As `keepLetterheads` takes them. */
  readonly rows: string;
}

/** What these bodies are called today, to be kept by the statement that writes what names it. */
export async function readLetterheads(tx: Tx, bodies: readonly AssociationId[]): Promise<Letterheads> {
  const read = await within(tx, readFacts, [[...new Set(bodies)]]);
  const letterheads = new Map(
    read.map(({ id: body, timeZone, yearStartsOn, ...facts }): [AssociationId, Letterhead] => [
      body,
      { id: letterheadId(body, facts), facts, timeZone, yearStartsOn },
    ]),
  );
  return {
    letterheadOf(body) {
      const letterhead = letterheads.get(body);
      if (!letterhead) throw new Error('an invoice names a body that does not exist');
      return letterhead;
    },
    rows: JSON.stringify(
      [...letterheads].map(([body, { id, facts }]) => ({ id, association_id: body, facts })),
    ),
  };
}

/** Freezes what these bodies are called today. */
export async function freezeLetterheads(
  tx: Tx,
  bodies: readonly AssociationId[],
): Promise<(body: AssociationId) => Letterhead> {
  const { letterheadOf, rows } = await readLetterheads(tx, bodies);
  await within(tx, keep, [rows]);
  return letterheadOf;
}

/** A uuid of version 8: the first bits of a digest of the facts. */
function letterheadId(body: AssociationId, facts: LetterheadFacts): Id<'Letterhead'> {
  const ordered = Object.entries(facts).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const hex = createHash('sha256')
    .update(JSON.stringify([body, ordered]))
    .digest('hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0b0011) | 0b1000).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-') as Id<'Letterhead'>;
}
