import type { AccountId } from '../../../kernel/id.ts';
import { defineLoader, type Loader } from '../../../platform/database/loader.ts';
import { statement } from '../../../platform/database/statement.ts';

/** A request to remove second factors, whatever came of it. */
export interface AskedReset {
  readonly accountId: AccountId;
  readonly askedBy: AccountId;
  readonly askedAt: Date;
  readonly effectiveAt: Date;
  readonly contestedAt: Date | null;
  readonly doneAt: Date | null;
}

const latest = statement<AskedReset>(
  'factor-reset-latest',
  `select distinct on (account_id) account_id as "accountId", asked_by as "askedBy", asked_at as "askedAt",
     effective_at as "effectiveAt", contested_at as "contestedAt", done_at as "doneAt"
   from factor_reset where account_id = any ($1::uuid[]) order by account_id, asked_at desc, id desc`,
);

export const latestResetOfAccount: Loader<string, AskedReset | null> = defineLoader(
  async ({ db }, accountIds: readonly string[]) => {
    const rows = await db.read(latest, [accountIds]);
    return accountIds.map(id => rows.find(({ accountId }) => accountId === id) ?? null);
  },
);
