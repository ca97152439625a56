import type { Parts } from '../../../platform/context.ts';
import { newId } from '../../../kernel/id.ts';
import { recordChanges, type OnBehalfOf } from '../../../platform/audit/record-changes.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import {
  judgement,
  STAGED_ROWS,
  stagedValues,
  type Judgement,
  type StagedFinding,
  type StagedRows,
} from '../../../platform/staging/staged-rows.ts';
import type { AccountKind } from '../account.enums.ts';
import { WHOLE_REALM } from '../sign-in-identifier.entity.ts';

const NEW = `(select * from ${STAGED_ROWS} and s.verdict = 'CREATE') w`;

const open = statement<{ readonly id: string; readonly kind: AccountKind; readonly withPassword: boolean }>(
  'staged-accounts-open',
  `insert into account (id, kind, username, password_hash, locale, opened_at)
   select w.record_id,
     coalesce(w.data->>'kind', case when w.person_id = any ($5::uuid[]) then 'NON_PERSONAL' else 'INDIVIDUAL' end),
     w.data->>'username', w.data->>'hash', p.locale, $4
   from ${NEW} join person p on p.id = w.person_id
   returning id, kind, password_hash is not null as "withPassword"`,
);

const nameThem = statement(
  'staged-accounts-name',
  `insert into sign_in_identifier (kind, association_id, value, account_id)
   select 'USERNAME', $4, w.data->>'usernameKey', w.record_id from ${NEW}
   where w.data->>'usernameKey' is not null`,
);

// Of several rows with one address the first has it; one that is taken stays with whoever has it.
const wanted = statement<{
  readonly accountId: string;
  readonly address: string;
  readonly normalized: string;
  readonly verified: boolean;
}>(
  'staged-addresses-wanted',
  `select distinct on (w.data->>'normalized') w.record_id as "accountId", w.data->>'address' as address,
     w.data->>'normalized' as normalized, (w.data->>'verified')::boolean as verified
   from ${NEW} where w.data->>'normalized' is not null
   order by w.data->>'normalized', w.row_number`,
);

const addAddresses = statement(
  'staged-addresses-add',
  `with taken as (
     insert into account_address (id, account_id, address, normalized, is_primary, added_at, imported_by)
     select a.id, a."accountId", a.address, a.normalized, true, $2, $4
     from jsonb_to_recordset($1) as a(id uuid, "accountId" uuid, address text, normalized text, verified boolean)
     on conflict (normalized) do nothing
     returning id, account_id, normalized)
   insert into sign_in_identifier (kind, association_id, value, account_id)
   select 'EMAIL', $3, t.normalized, t.account_id
   from taken t join jsonb_to_recordset($1) as a(id uuid, verified boolean) on a.id = t.id where a.verified
   on conflict do nothing`,
);

const addressOnFile = statement<StagedFinding>(
  'staged-addresses-on-file',
  `select w.row_number as row, 'email' as field, 'ADDRESS_TAKEN' as code
   from ${NEW} join account_address a on a.normalized = w.data->>'normalized'`,
);

const addressInFile = statement<StagedFinding>(
  'staged-addresses-in-file',
  `select row, 'email' as field, 'ADDRESS_IN_FILE' as code, other as "otherRow" from (
     select s.row_number as row, min(s.row_number) over (partition by s.data->>'normalized') as other
     from staged_row s
     where s.batch_id = $1 and s.verdict = 'CREATE' and s.data->>'normalized' is not null) w
   where row > other`,
);

const unknownHash = statement<StagedFinding>(
  'staged-hashes-unknown',
  `select w.row_number as row, 'passwordHash' as field, 'HASH_UNKNOWN' as code
   from ${NEW} where (w.data->>'hashUnknown')::boolean`,
);

const nameOnFile = statement<StagedFinding>(
  'staged-usernames-on-file',
  `select w.row_number as row, 'username' as field, 'USERNAME_TAKEN' as code
   from ${NEW} join sign_in_identifier i on i.kind = 'USERNAME' and i.association_id = $4
     and i.value = w.data->>'usernameKey'`,
);

const nameInFile = statement<StagedFinding>(
  'staged-usernames-in-file',
  `select row, 'username' as field, 'USERNAME_TAKEN' as code, other as "otherRow" from (
     select s.row_number as row, min(s.row_number) over (partition by s.data->>'usernameKey') as other
     from staged_row s
     where s.batch_id = $1 and s.verdict = 'CREATE' and s.data->>'usernameKey' is not null) w
   where row > other`,
);

/** Rows whose address somebody has: their accounts are opened without one. */
export const addressesTaken = (all: StagedRows): readonly Judgement[] => [
  judgement(addressOnFile, stagedValues(all)),
  judgement(addressInFile, [all.batchId]),
];

/** Rows with a password that cannot be judged: their accounts are opened without one. */
export const hashesUnknown = (all: StagedRows): Judgement => judgement(unknownHash, stagedValues(all));

/** Rows with a username that cannot be had: nobody chooses another for its owner. */
export const usernamesTaken = (all: StagedRows): readonly Judgement[] => [
  judgement(nameOnFile, [...stagedValues(all), WHOLE_REALM]),
  judgement(nameInFile, [all.batchId]),
];

interface WriteStagedAccounts {
  readonly associationId: string;
  readonly by: OnBehalfOf;
  /** Persons whose accounts are nobody's alone where the row does not say otherwise. */
  readonly notPersonal: readonly string[];
}

/** Opens the accounts of new rows, each in the language of its person; answers how many. Whoever calls gives them to the persons. */
export async function writeStagedAccounts(
  { clock, random }: Pick<Parts, 'clock' | 'random'>,
  tx: Tx,
  staged: StagedRows,
  { associationId, by, notPersonal }: WriteStagedAccounts,
): Promise<number> {
  const values = stagedValues(staged);
  const opened = await within(tx, open, [...values, clock.now(), notPersonal]);
  await within(tx, nameThem, [...values, WHOLE_REALM]);
  const addresses = await within(tx, wanted, values);
  const rows = addresses.map(address => ({ ...address, id: newId(clock, random) }));
  await within(tx, addAddresses, [JSON.stringify(rows), clock.now(), WHOLE_REALM, associationId]);
  await recordChanges({ clock, random }, tx, by, {
    act: 'importAccount',
    subjectKind: 'Account',
    associationId,
    changes: opened.map(({ id, ...after }) => ({ id, before: null, after })),
  });
  return opened.length;
}
