import type { AccountId, AssociationId } from '../../../kernel/id.ts';
import type { Locale } from '../../../kernel/locale.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { defineLoader, type Loader } from '../../../platform/database/loader.ts';
import { statement } from '../../../platform/database/statement.ts';

/** A replacement that was asked for and has not ended. */
export interface OpenReplacement {
  readonly id: string;
  readonly accountId: AccountId;
  readonly associationId: AssociationId;
  readonly oldNormalized: string | null;
  readonly newAddress: string;
  readonly newNormalized: string;
  readonly askedBy: AccountId;
  readonly askedAt: Date;
  readonly effectiveAt: Date;
  /** Of the account. */
  readonly locale: Locale;
}

export const REPLACEMENT_COLUMNS = `id, account_id as "accountId", association_id as "associationId",
  old_normalized as "oldNormalized", new_address as "newAddress", new_normalized as "newNormalized",
  asked_by as "askedBy", asked_at as "askedAt", effective_at as "effectiveAt",
  (select a.locale from account a where a.id = account_id) as locale`;

const ofAccounts = statement<OpenReplacement>(
  'address-replacement-of-accounts',
  `select ${REPLACEMENT_COLUMNS} from address_replacement where account_id = any ($1::uuid[]) and ended_at is null`,
);

// Whoever stops it at the same moment waits here, or is waited for.
const holdOfAccount = statement<OpenReplacement>(
  'address-replacement-hold',
  `select ${REPLACEMENT_COLUMNS} from address_replacement where account_id = $1 and ended_at is null
   for no key update`,
);

export const openReplacementOfAccount: Loader<string, OpenReplacement | null> = defineLoader(
  async ({ db }, accountIds: readonly string[]) => {
    const rows = await db.read(ofAccounts, [accountIds]);
    return accountIds.map(id => rows.find(({ accountId }) => accountId === id) ?? null);
  },
);

/** As it stands, and until the transaction ends nobody else ends it. */
export async function holdOpenReplacement(tx: Tx, accountId: string): Promise<OpenReplacement | null> {
  const [open] = await within(tx, holdOfAccount, [accountId]);
  return open ?? null;
}
