import type { AccountId } from '../../../kernel/id.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Parts } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';

type Acting = Pick<Parts, 'clock' | 'random'>;

export interface RealmAdministratorChange {
  readonly accountId: AccountId;
  /** The operator, who has no account here. */
  readonly byWhom: string;
}

const appoint = statement(
  'realm-administrator-appoint',
  `insert into realm_administrator (account_id, from_at, by_whom) values ($1, $2, $3)
   on conflict (account_id) do update set from_at = excluded.from_at, to_at = null, by_whom = excluded.by_whom
     where realm_administrator.to_at is not null
   returning account_id`,
);

const dismiss = statement(
  'realm-administrator-dismiss',
  'update realm_administrator set to_at = $2, by_whom = $3 where account_id = $1 and to_at is null returning account_id',
);

/** Makes an account a realm administrator from now on; false when it is one already. */
export const appointRealmAdministrator = (
  acting: Acting,
  tx: Tx,
  change: RealmAdministratorChange,
): Promise<boolean> => note(acting, tx, change, { act: 'appointRealmAdministrator', how: appoint });

/** Ends that now; false when it is none. */
export const dismissRealmAdministrator = (
  acting: Acting,
  tx: Tx,
  change: RealmAdministratorChange,
): Promise<boolean> => note(acting, tx, change, { act: 'dismissRealmAdministrator', how: dismiss });

async function note(
  acting: Acting,
  tx: Tx,
  { accountId, byWhom }: RealmAdministratorChange,
  { act, how }: { readonly act: string; readonly how: typeof appoint },
): Promise<boolean> {
  const changed = await within(tx, how, [accountId, acting.clock.now(), byWhom]);
  if (changed.length === 0) return false;
  await recordAudit(acting, tx, { act, subjectKind: 'Account', subjectId: accountId, after: { byWhom } });
  return true;
}
