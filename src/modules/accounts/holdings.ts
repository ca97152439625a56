import type { Context } from '../../platform/context.ts';
import { within, type Tx } from '../../platform/database/database.ts';
import { statement } from '../../platform/database/statement.ts';
import type { HoldingKind } from './account.enums.ts';

export interface Holding {
  readonly associationId: string;
  readonly kind: HoldingKind;
  /** The membership, delegation or assignment. */
  readonly subjectId: string;
}

const readHoldings = statement<Holding>(
  'account-holdings',
  `select association_id as "associationId", kind, subject_id as "subjectId" from account_holding
   where account_id = $1 and from_at <= $2 and (to_at is null or to_at > $2)
   order by from_at, subject_id`,
);

const addHolding = statement(
  'account-holding-add',
  `insert into account_holding (account_id, association_id, kind, subject_id, from_at, to_at)
   select $1::uuid, $2::uuid, $3::text, $4::uuid, $5::timestamptz, $6::timestamptz
   where not exists (
     select from account_holding where account_id = $1 and kind = $3 and subject_id = $4
       and (to_at is null or to_at > $5))
   on conflict do nothing`,
);

const addHoldings = statement(
  'account-holdings-add',
  `insert into account_holding (account_id, association_id, kind, subject_id, from_at)
   select h."accountId", h."associationId", h.kind, h."subjectId", $2
   from jsonb_to_recordset($1) as h("accountId" uuid, "associationId" uuid, kind text, "subjectId" uuid)
   where not exists (
     select from account_holding k where k.account_id = h."accountId" and k.kind = h.kind
       and k.subject_id = h."subjectId" and k.to_at is null)
   on conflict do nothing`,
);

const endHoldings = statement(
  'account-holding-end',
  `update account_holding set to_at = $4
   where account_id = $1 and kind = $2 and subject_id = $3 and (to_at is null or to_at > $4)`,
);

/** What the account holds now, in all associations: the strictest of their rules apply to it. */
export const accountHolds = (
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  accountId: string,
): Promise<Holding[]> => db.read(readHoldings, [accountId, clock.now()]);

/** Notes in the same transaction what another module gave the account. Noting it twice changes nothing. */
export async function recordHolding(
  { clock }: Pick<Context, 'clock'>,
  tx: Tx,
  {
    accountId,
    associationId,
    kind,
    subjectId,
    toAt = null,
  }: Holding & { readonly accountId: string; readonly toAt?: Date | null },
): Promise<void> {
  await within(tx, addHolding, [accountId, associationId, kind, subjectId, clock.now(), toAt]);
}

/** The same for many. */
export async function recordHoldings(
  { clock }: Pick<Context, 'clock'>,
  tx: Tx,
  holdings: readonly (Holding & { readonly accountId: string })[],
): Promise<void> {
  if (holdings.length > 0) await within(tx, addHoldings, [JSON.stringify(holdings), clock.now()]);
}

export async function endHolding(
  { clock }: Pick<Context, 'clock'>,
  tx: Tx,
  {
    accountId,
    kind,
    subjectId,
    toAt = clock.now(),
  }: Pick<Holding, 'kind' | 'subjectId'> & { readonly accountId: string; readonly toAt?: Date },
): Promise<void> {
  await within(tx, endHoldings, [accountId, kind, subjectId, toAt]);
}
