import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { refuse } from '../../../platform/problem.ts';
import { CarriedThing, PersonPart } from './merging.enums.ts';
import { MergeNeedsOneAccount, MergeOfLivingAndDead } from './merging.problems.ts';
import type { MovedTable, Mover, Pair } from './merging.ports.ts';

const accounts = statement<{ readonly id: string; readonly accountId: string | null }>(
  'merge-accounts-of-persons',
  'select id, account_id as "accountId" from person where id = any ($1::uuid[])',
);

const livingOfDead = statement(
  'merge-living-of-dead',
  `select from person where id = any ($1::uuid[]) having count(died_on) = 1`,
);

const COLUMNS: Readonly<Record<PersonPart, readonly string[]>> = {
  NAME: ['given_name', 'family_name', 'search_key'],
  LOCALE: ['locale'],
  CONTACT_EMAIL: ['contact_email'],
  WORK_PHONE: ['work_phone', 'work_phone_extension'],
};

const recoveredByContact = statement<{ readonly id: string }>(
  'merge-recovered-by-contact',
  `select p.id from person p where p.id = any ($1::uuid[]) and p.account_id is not null and not exists (
     select from account_address d
     where d.account_id = p.account_id and (d.is_primary or d.verified_at is not null))`,
);

const leaveAccount = statement('merge-leave-account', 'update person set account_id = null where id = $1');
const giveAccount = statement('merge-give-account', 'update person set account_id = $2 where id = $1');

// The two are one: whatever asked so is answered. Of two tasks that are the same now, one is enough.
const closeTasks = statement(
  'merge-close-tasks',
  `update merge_task t set closed_at = $3
   where t.closed_at is null and (
     least(t.kept_person_id, t.other_person_id) = least($1::uuid, $2::uuid)
       and greatest(t.kept_person_id, t.other_person_id) = greatest($1::uuid, $2::uuid)
     or $2 in (t.kept_person_id, t.other_person_id) and exists (
       select from merge_task own where own.closed_at is null and $1 in (own.kept_person_id, own.other_person_id)
         and (own.kept_person_id in (t.kept_person_id, t.other_person_id)
           or own.other_person_id in (t.kept_person_id, t.other_person_id))))`,
);
const moveTasks = statement(
  'merge-move-tasks',
  `update merge_task set
     kept_person_id = case kept_person_id when $2 then $1 else kept_person_id end,
     other_person_id = case other_person_id when $2 then $1 else other_person_id end
   where closed_at is null and $2 in (kept_person_id, other_person_id)`,
);
// What the kept one has of a kind stays its own, and so does its main one.
const moveAddresses = statement(
  'merge-move-person-addresses',
  `update person_address t set person_id = $1,
     main = t.main and not exists (select from person_address own where own.person_id = $1 and own.main)
   where t.person_id = $2 and not exists (
     select from person_address own where own.person_id = $1 and own.kind = t.kind)`,
);
const moveBirthday = statement(
  'merge-move-birthday',
  `update person p set born_on = o.born_on from person o
   where p.id = $1 and o.id = $2 and p.born_on is null and o.born_on is not null`,
);
const moveMails = statement('merge-move-mails', 'update mail set person_id = $1 where person_id = $2');

/** The columns of an account's own tables through which it gains what its person gains. */
const OF_ACCOUNTS: readonly MovedTable[] = [
  {
    table: 'account_holding',
    key: ['account_id', 'kind', 'subject_id', 'from_at'],
    rows: 't.account_id in (select account_id from person where id = any ($1::uuid[]))',
    watched: 'ROWS',
    thing: CarriedThing.RECORD,
  },
  {
    table: 'sign_in_identifier',
    key: ['kind', 'association_id', 'value'],
    rows: 't.account_id in (select account_id from person where id = any ($1::uuid[]))',
    watched: 'ROWS',
    thing: CarriedThing.RECORD,
  },
];

/** The record of a person, its account, what staff were asked about it, and what was mailed to it. */
export const personRecordMover: Mover = {
  columns: {
    'person.merged_into_id': 'STAYS',
    'merge_task.kept_person_id': 'MOVES',
    'merge_task.other_person_id': 'MOVES',
    'mail.person_id': 'MOVES',
    'person_address.person_id': 'MOVES',
  },
  tables: [
    {
      table: 'person',
      key: ['id'],
      rows: 't.id = any ($1::uuid[])',
      watched: 'COLUMNS',
      thing: CarriedThing.RECORD,
    },
    ...OF_ACCOUNTS,
    {
      table: 'person_address',
      key: ['person_id', 'kind'],
      rows: 't.person_id = any ($1::uuid[])',
      watched: 'ROWS',
      thing: CarriedThing.COORDINATES,
      countedBy: 'person_id',
    },
    {
      table: 'merge_task',
      key: ['id'],
      rows: 't.kept_person_id = any ($1::uuid[]) or t.other_person_id = any ($1::uuid[])',
      watched: 'COLUMNS',
      thing: CarriedThing.OTHER,
    },
    {
      table: 'mail',
      key: ['id'],
      rows: 't.person_id = any ($1::uuid[])',
      watched: 'COLUMNS',
      thing: CarriedThing.MAILS,
      countedBy: 'person_id',
    },
  ],
  async judge(_context, tx, pair) {
    const { kept, other } = await accountsOf(tx, pair);
    if (kept !== null && other !== null && kept !== other) refuse(new MergeNeedsOneAccount());
    // What a death ends, the account above all, would be open again by the record of the living.
    const halfDead = await within(tx, livingOfDead, [[pair.kept, pair.other]]);
    if (halfDead.length > 0) refuse(new MergeOfLivingAndDead());
  },
  async move(context, tx, pair, taken) {
    await takeParts(tx, pair, taken);
    await moveAccount(tx, pair);
    const { kept, other } = pair;
    await within(tx, closeTasks, [kept, other, context.clock.now()]);
    await within(tx, moveTasks, [kept, other]);
    await within(tx, moveMails, [kept, other]);
    await within(tx, moveAddresses, [kept, other]);
    await within(tx, moveBirthday, [kept, other]);
  },
};

async function accountsOf(
  tx: Tx,
  { kept, other }: Pair,
): Promise<{ readonly kept: string | null; readonly other: string | null }> {
  const rows = await within(tx, accounts, [[kept, other]]);
  const accountOf = (id: string): string | null => rows.find(row => row.id === id)?.accountId ?? null;
  return { kept: accountOf(kept), other: accountOf(other) };
}

async function moveAccount(tx: Tx, pair: Pair): Promise<void> {
  const { kept, other } = await accountsOf(tx, pair);
  if (other === null) return;
  await within(tx, leaveAccount, [pair.other]);
  if (kept === null) await within(tx, giveAccount, [pair.kept, other]);
}

async function takeParts(tx: Tx, { kept, other }: Pair, taken: readonly string[]): Promise<void> {
  const [holder, second] = await within(tx, recoveredByContact, [[kept, other]]);
  // It opens an account without an address: it stays that of whoever has the account, as a file leaves it.
  const goesWithAccount = (part: PersonPart): boolean =>
    part === PersonPart.CONTACT_EMAIL && holder !== undefined && second === undefined;
  const parts = Object.values(PersonPart).filter(part =>
    goesWithAccount(part) ? holder?.id === other : taken.includes(part),
  );
  await takeColumns(
    tx,
    'person',
    { kept, other },
    parts.flatMap(part => COLUMNS[part]),
  );
}

/** Copies columns of the other record to the kept one. */
export async function takeColumns(
  tx: Tx,
  table: 'person' | 'organization',
  { kept, other }: Pair,
  columns: readonly string[],
): Promise<void> {
  if (columns.length === 0) return;
  const set = columns.map(column => `${column} = o.${column}`).join(', ');
  await tx.query(`update ${table} k set ${set} from ${table} o where k.id = $1 and o.id = $2`, [kept, other]);
}
