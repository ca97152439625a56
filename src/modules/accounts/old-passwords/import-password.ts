import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { isKnownHash } from './old-schemes.ts';

export interface ImportedPassword {
  readonly accountId: string;
  readonly associationId: string;
  /** As the other system kept it. */
  readonly hash: string;
}

export type PasswordImport = 'IMPORTED' | 'HASH_UNKNOWN' | 'HAS_PASSWORD';

const setOld = statement<{ readonly id: string }>(
  'old-password-set',
  'update account set password_hash = $2 where id = $1 and password_hash is null returning id',
);

/**
 * Gives an account that has no password the one that its owner had elsewhere. A hash that we cannot judge, or that
 * costs too much to judge, is left out: its owner chooses a password as if there had been none.
 */
export async function importPassword(
  context: Context,
  tx: Tx,
  { accountId, associationId, hash }: ImportedPassword,
): Promise<PasswordImport> {
  if (!isKnownHash(hash)) return 'HASH_UNKNOWN';
  const rows = await within(tx, setOld, [accountId, hash]);
  if (rows.length === 0) return 'HAS_PASSWORD';
  await recordAudit(context, tx, {
    act: 'importPassword',
    subjectKind: 'Account',
    subjectId: accountId,
    associationId,
  });
  return 'IMPORTED';
}
