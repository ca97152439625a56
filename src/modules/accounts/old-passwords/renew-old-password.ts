import type { AccountId } from '../../../kernel/id.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { within } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { readAccountNow } from '../account-state.ts';
import { clientOf } from '../actor-of.ts';
import { isKnownHash } from './old-schemes.ts';

interface Judged {
  readonly id: AccountId;
  readonly passwordHash: string;
}

const renew = statement<{ readonly id: string }>(
  'old-password-renew',
  `update account set password_hash = $3 where id = $1 and password_hash = $2 and disabled_at is null returning id`,
);

/**
 * Keeps a password that has just been found right as our own hash from here on, and answers what the account has
 * now. The sign-in that comes second at the same moment judges the password by what the first one left.
 */
export async function renewOldPassword(context: Context, judged: Judged, password: string): Promise<Judged> {
  if (!isKnownHash(judged.passwordHash)) return judged;
  const passwordHash = await context.passwords.hash(password);
  const renewed = await context.db.transaction(async tx => {
    const rows = await within(tx, renew, [judged.id, judged.passwordHash, passwordHash]);
    if (rows.length === 0) return false;
    await recordAudit(context, tx, {
      act: 'renewOldPassword',
      subjectKind: 'Account',
      subjectId: judged.id,
      associationId: clientOf(context).associationId,
    });
    return true;
  });
  if (renewed) return { id: judged.id, passwordHash };

  const now = await readAccountNow(context, judged.id);
  const right = await context.passwords.verify(now.passwordHash, password);
  return right && now.passwordHash !== null ? { id: judged.id, passwordHash: now.passwordHash } : judged;
}
