import type { SecondFactorId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { defineLoader, type Loader } from '../../../platform/database/loader.ts';
import { statement } from '../../../platform/database/statement.ts';
import type { SecondFactorKind } from './second-factor.enums.ts';

export interface FactorFacts {
  readonly id: SecondFactorId;
  readonly kind: SecondFactorKind.TOTP | SecondFactorKind.PASSKEY;
  /** As the person called it; null for the authenticator app. */
  readonly name: string | null;
  readonly rpId: string | null;
  readonly addedAt: Date;
  readonly lastUsedAt: Date | null;
}

/** What an account has to prove itself with. */
export interface Factors {
  readonly factors: readonly FactorFacts[];
  readonly recoveryCodesLeft: number;
}

const readFactors = statement<FactorFacts & { readonly accountId: string }>(
  'factors-of-accounts',
  `select id, account_id as "accountId", 'TOTP' as kind, null as name, null as "rpId", confirmed_at as "addedAt",
     last_used_at as "lastUsedAt"
   from totp_factor where account_id = any ($1::uuid[]) and confirmed_at is not null
   union all
   select id, account_id, 'PASSKEY', name, rp_id, added_at, last_used_at from passkey where account_id = any ($1::uuid[])
   order by "addedAt", id`,
);

const countCodes = statement<{ accountId: string; left: number }>(
  'factors-recovery-codes',
  `select account_id as "accountId", count(*)::int as left from recovery_code
   where account_id = any ($1::uuid[]) and used_at is null group by account_id`,
);

const anyFactor = statement<{ found: boolean }>(
  'factors-any',
  `select exists (select from totp_factor where account_id = $1 and confirmed_at is not null)
     or exists (select from passkey where account_id = $1) as found`,
);

export const factorsOfAccount: Loader<string, Factors> = defineLoader(factorsOf);

async function factorsOf({ db }: Pick<Context, 'db'>, accountIds: readonly string[]): Promise<Factors[]> {
  const [factors, codes] = await Promise.all([
    db.read(readFactors, [accountIds]),
    db.read(countCodes, [accountIds]),
  ]);
  return accountIds.map(id => ({
    factors: factors.filter(({ accountId }) => accountId === id),
    recoveryCodesLeft: codes.find(({ accountId }) => accountId === id)?.left ?? 0,
  }));
}

export async function hasFactor(tx: Tx, accountId: string): Promise<boolean> {
  const [row] = await within(tx, anyFactor, [accountId]);
  return row?.found ?? false;
}

/** As it stands now, past the loaders. */
export async function hasFactorNow({ db }: Pick<Context, 'db'>, accountId: string): Promise<boolean> {
  const [row] = await db.read(anyFactor, [accountId]);
  return row?.found ?? false;
}
