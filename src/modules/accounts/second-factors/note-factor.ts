import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { actorOf, clientOf } from '../actor-of.ts';
import { renewRecoveryCodes } from './recovery-codes.ts';
import type { SecondFactorKind } from './second-factor.enums.ts';
import { factorAdded } from './second-factor.mails.ts';
import { tellFactorNews } from './tell-factor-news.ts';

const proveSession = statement('session-prove-factor', 'update session set factor_at = $2 where id = $1');
const hasCodes = statement<{ found: boolean }>(
  'recovery-codes-any',
  'select exists (select from recovery_code where account_id = $1) as found',
);

/**
 * What follows when a factor is added: this session has proved it, the person is told, and with the first one come
 * recovery codes. Answers them; null when there are some already.
 */
export async function noteFactor(
  context: Context,
  tx: Tx,
  act: string,
  added: { readonly id: string; readonly kind: SecondFactorKind; readonly name: string | null },
): Promise<string[] | null> {
  const { accountId, sessionId } = actorOf(context);
  const [codes] = await within(tx, hasCodes, [accountId]);
  const recoveryCodes = codes?.found ? null : await renewRecoveryCodes(context, tx, accountId);
  await within(tx, proveSession, [sessionId, context.clock.now()]);
  await recordAudit(context, tx, {
    act,
    subjectKind: 'SecondFactor',
    subjectId: added.id,
    associationId: clientOf(context).associationId,
    after: { kind: added.kind, name: added.name },
  });
  await tellFactorNews(context, tx, accountId, factorAdded, { kind: added.kind, name: added.name });
  return recoveryCodes;
}
