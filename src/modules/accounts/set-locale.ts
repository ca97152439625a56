import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { Context } from '../../platform/context.ts';
import { within } from '../../platform/database/database.ts';
import { statement } from '../../platform/database/statement.ts';
import { holdAccount } from './account-state.ts';
import { actorOf, clientOf } from './actor-of.ts';

const write = statement('set-locale-write', 'update account set locale = $2 where id = $1');

/** Chooses the language of mails and documents; that of the screen is the request's. */
export async function setLocale(context: Context, locale: Locale): Promise<void> {
  const { accountId } = actorOf(context);
  await context.db.transaction(async tx => {
    const before = await holdAccount(tx, accountId);
    if (before.locale === locale) return;
    await within(tx, write, [accountId, locale]);
    await recordAudit(context, tx, {
      act: 'setLocale',
      subjectKind: 'Account',
      subjectId: accountId,
      associationId: clientOf(context).associationId,
      before: { locale: before.locale },
      after: { locale },
    });
  });
}
