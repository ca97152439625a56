import { newId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { endHolding } from '../../accounts/index.ts';
import { fillMainOnes } from '../coordinates/fill-main-ones.ts';
import { CarriedThing, takeColumns, type MovedTable, type Mover, type Pair } from '../../people/index.ts';
import { endFallenOffers } from '../principal/end-fallen-offers.ts';
import { endNow, goOn, recordHoldings, suspendAlike, type Doubled } from './go-on.ts';
import { COORDINATE_TABLES, moveCoordinates } from './move-coordinates.ts';
import { JOINING_TABLES, moveJoining } from './move-joining.ts';
import { FORMER_NAMES, moveNames } from './move-names.ts';
import {
  moveRepresentationsOfOrganizations,
  REPRESENTATIONS_OF_ORGANIZATIONS,
} from './move-representations.ts';
import { OrganizationPart } from './organization-part.ts';

const COLUMNS: Readonly<Record<OrganizationPart, readonly string[]>> = {
  LEGAL_NAME: ['legal_name', 'legal_name_en', 'legal_key'],
  PUBLIC_NAMES: ['public_name_fr', 'public_name_en', 'search_key', 'search_key_en'],
  EMAIL: ['email'],
  PHONE: ['phone', 'phone_extension'],
  WEBSITE: ['website'],
  ADDRESS: ['street', 'street2', 'city', 'province', 'postal_code', 'country'],
};

interface DoubledPlace extends Doubled {
  /** Whether they have it today; a place to come is nobody's yet. */
  readonly begun: boolean;
  readonly personId: string;
  readonly accountId: string | null;
}

/**
 * What the other organization's people are while the kept one has it filled: the same person in the same role, or any
 * principal besides another.
 */
const doubled = statement<DoubledPlace>(
  'merge-doubled-delegates',
  `select b.id, b.person_id as "personId", p.account_id as "accountId", b.role, b.to_at as "toAt",
     b.suspended_at as "suspendedAt", b.to_at is null or b.to_at > $3 as "inForce", b.from_at <= $3 as begun,
     case when bool_or(a.to_at is null) then null else max(a.to_at) end as "coveredUntil"
   from delegation b join person p on p.id = b.person_id
   join delegation a on a.organization_id = $1 and a.role = b.role
     and (a.person_id = b.person_id or a.role = 'PRINCIPAL')
     and tstzrange(a.from_at, a.to_at) && tstzrange(b.from_at, b.to_at)
   where b.organization_id = $2 group by b.id, p.id`,
);
const moveRest = statement(
  'merge-move-delegates',
  'update delegation set organization_id = $1 where organization_id = $2 and id <> all ($3::uuid[])',
);
// Whoever had a place that is taken stays somebody whom the organization knows, with as many rights as before.
const keepContact = statement(
  'merge-keep-contact',
  `insert into delegation (id, organization_id, person_id, role, from_at, suspended_at)
   select $1::uuid, $2::uuid, $3::uuid, 'CONTACT', $4::timestamptz, $5::timestamptz
   where not exists (
     select from delegation where organization_id = $2 and person_id = $3 and from_at <= $4
       and (to_at is null or to_at > $4))`,
);
const endOffers = statement(
  'merge-end-handovers',
  `update principal_handover set ended_at = $2, ended_why = 'OVERTAKEN' where organization_id = $1 and ended_at is null`,
);
const uncovered = statement<{
  readonly sectionId: string;
  readonly from: string;
  readonly to: string | null;
}>(
  'merge-uncovered-stays',
  `select section_id as "sectionId", lower(part)::text as "from", upper(part)::text as "to"
   from (
     select section_id, unnest(
       range_agg(daterange(from_on, to_on)) filter (where organization_id = $2)
       - coalesce(range_agg(daterange(from_on, to_on)) filter (where organization_id = $1), '{}')) as part
     from organization_section where organization_id in ($1, $2) group by section_id) parts
   order by section_id, part`,
);
const addStay = statement(
  'merge-add-stay',
  'insert into organization_section (id, organization_id, section_id, from_on, to_on) values ($1, $2, $3, $4, $5)',
);

const OWN_TABLES: readonly MovedTable[] = [
  {
    table: 'organization',
    key: ['id'],
    rows: 't.id = any ($1::uuid[])',
    watched: 'COLUMNS',
    thing: CarriedThing.RECORD,
  },
  {
    table: 'account_holding',
    key: ['account_id', 'kind', 'subject_id', 'from_at'],
    rows: `(t.account_id, t.subject_id) in (
      select p.account_id, d.id from delegation d join person p on p.id = d.person_id
      where d.organization_id = any ($1::uuid[])) and t.kind = 'DELEGATION'`,
    watched: 'ROWS',
    thing: CarriedThing.DELEGATIONS,
  },
  {
    table: 'delegation',
    key: ['id'],
    rows: 't.organization_id = any ($1::uuid[])',
    watched: 'NEIGHBOURS',
    beside: ['person_id', 'role'],
    thing: CarriedThing.DELEGATIONS,
    countedBy: 'organization_id',
  },
  FORMER_NAMES,
  {
    table: 'principal_handover',
    key: ['id'],
    rows: 't.organization_id = any ($1::uuid[])',
    watched: 'ROWS',
    thing: CarriedThing.PRINCIPAL_HANDOVERS,
    countedBy: 'organization_id',
  },
  {
    table: 'organization_section',
    key: ['id'],
    rows: 't.organization_id = any ($1::uuid[])',
    watched: 'ROWS',
    thing: CarriedThing.SECTIONS,
    countedBy: 'organization_id',
  },
];

/** The record of an organization, and who acts for it, when two of them become one. */
export const organizationRecordMover: Mover = {
  columns: {
    'organization.merged_into_id': 'STAYS',
    'delegation.organization_id': 'MOVES',
    // What was offered for the other's place ends there.
    'principal_handover.organization_id': 'STAYS',
    // The days that the kept one was not there become stays of its own.
    'organization_section.organization_id': 'STAYS',
    'organization_former_name.organization_id': 'MOVES',
    'organization_address.organization_id': 'MOVES',
    'organization_phone.organization_id': 'MOVES',
    'organization_email.organization_id': 'MOVES',
    'organization_website.organization_id': 'MOVES',
    // How people come in is what the kept one says.
    'organization_joining.organization_id': 'STAYS',
    'organization_code.organization_id': 'STAYS',
    'organization_domain.organization_id': 'MOVES',
    'join_request.organization_id': 'MOVES',
    'representation.organization_id': 'MOVES',
  },
  tables: [...OWN_TABLES, ...COORDINATE_TABLES, ...JOINING_TABLES, REPRESENTATIONS_OF_ORGANIZATIONS],
  async move(context, tx, pair, taken) {
    const parts = Object.values(OrganizationPart).filter(part => taken.includes(part));
    await moveNames(context, tx, pair, { takesLegalName: parts.includes(OrganizationPart.LEGAL_NAME) });
    await takeColumns(
      tx,
      'organization',
      pair,
      parts.flatMap(part => COLUMNS[part]),
    );
    // What had fallen must not stand again by what the two are together.
    await endFallenOffers(context, tx, [pair.kept, pair.other]);
    await moveDelegates(context, tx, pair);
    await within(tx, endOffers, [pair.other, context.clock.now()]);
    await endFallenOffers(context, tx, [pair.kept]);
    await joinStays(context, tx, pair);
    await moveCoordinates(tx, pair);
    await fillMainOnes(tx, [pair.kept]);
    await moveJoining(context, tx, pair);
    await moveRepresentationsOfOrganizations(context, tx, pair);
  },
};

/**
 * The kept organization keeps its principal; the other's becomes a contact unless they have a role there. Where the
 * kept one never had a principal, the other's is its own from the beginning.
 */
async function moveDelegates(context: Context, tx: Tx, { kept, other }: Pair): Promise<void> {
  const now = context.clock.now();
  const both = await within(tx, doubled, [kept, other, now]);
  const ending = both.filter(({ inForce }) => inForce);
  await endNow(context, tx, ending);
  await within(tx, moveRest, [kept, other, both.map(({ id }) => id)]);
  for (const one of ending) {
    const { id: subjectId, accountId, personId, role, suspendedAt } = one;
    const place = { organizationId: kept, personId };
    if (accountId !== null) await endHolding(context, tx, { accountId, kind: 'DELEGATION', subjectId });
    await suspendAlike(context, tx, place, one);
    if (role !== 'PRINCIPAL') await goOn(context, tx, place, one);
    if (!one.begun) continue;
    const id = newId<'Delegation'>(context.clock, context.random);
    await within(tx, keepContact, [id, kept, personId, now, suspendedAt]);
  }
  await recordHoldings(
    context,
    tx,
    ending.map(({ personId }) => personId),
  );
}

/** Both were in a section: together they were there on every day on which one of them was. */
async function joinStays({ clock, random }: Context, tx: Tx, { kept, other }: Pair): Promise<void> {
  for (const { sectionId, from, to } of await within(tx, uncovered, [kept, other]))
    await within(tx, addStay, [newId(clock, random), kept, sectionId, from, to]);
}
