import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context, Parts } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import type { ReplacementEnd } from './address-replacement.entity.ts';
import { REPLACEMENT_COLUMNS, type OpenReplacement } from './open-replacement.ts';
import { tellStopped } from './replacement-news.ts';

const end = statement<OpenReplacement>(
  'address-replacement-end',
  `update address_replacement set ended_at = $2, ended_why = $3 where id = $1 and ended_at is null
   returning ${REPLACEMENT_COLUMNS}`,
);

/** Ends it, once; null when it had ended. */
export async function endReplacement(
  { clock }: Pick<Parts, 'clock'>,
  tx: Tx,
  replacementId: string,
  why: ReplacementEnd,
): Promise<OpenReplacement | null> {
  const [ended] = await within(tx, end, [replacementId, clock.now(), why]);
  return ended ?? null;
}

/** The address stays, and everybody concerned is told. False when it had ended. */
export async function stopReplacement(
  context: Context,
  tx: Tx,
  replacementId: string,
  { act, why }: { readonly act: string; readonly why: 'CONTESTED' | 'WITHDRAWN' },
): Promise<boolean> {
  const stopped = await endReplacement(context, tx, replacementId, why);
  if (!stopped) return false;
  await tellStopped(context, tx, stopped, { why, by: context.actor?.accountId ?? null });
  await recordAudit(context, tx, {
    act,
    subjectKind: 'Account',
    subjectId: stopped.accountId,
    associationId: stopped.associationId,
    after: { replacementId },
  });
  return true;
}
