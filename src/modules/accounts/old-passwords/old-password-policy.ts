import type { Context } from '../../../platform/context.ts';
import { statement } from '../../../platform/database/statement.ts';
import type { AccountRow } from '../account-state.ts';
import { isKnownHash } from './old-schemes.ts';

/** Holds for the account `a` at `at` where one association that it holds something in accepts no old password. */
export const demandsReset = (at: string): string => `exists (
  select from account_holding h join association b on b.id = h.association_id
  where h.account_id = a.id and h.from_at <= ${at} and (h.to_at is null or h.to_at > ${at})
    and b.old_passwords = 'RESET_REQUIRED')`;

const readDemand = statement<{ readonly demanded: boolean }>(
  'old-password-reset-demanded',
  `select ${demandsReset('$2')} as demanded from account a where a.id = $1`,
);

/** The hash by which the account's password is judged; null for an old one that is no longer accepted. */
export async function acceptedHash(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  { id, passwordHash }: Pick<AccountRow, 'id' | 'passwordHash'>,
): Promise<string | null> {
  if (passwordHash === null || !isKnownHash(passwordHash)) return passwordHash;
  const [row] = await db.read(readDemand, [id, clock.now()]);
  return row?.demanded === false ? passwordHash : null;
}
