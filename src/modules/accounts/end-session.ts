import type { Context } from '../../platform/context.ts';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import { within, type Tx } from '../../platform/database/database.ts';
import { statement } from '../../platform/database/statement.ts';
import type { SessionEnd } from './account.enums.ts';

interface Ended {
  readonly id: string;
}

const endOne = statement<Ended>(
  'session-end',
  'update session set ended_at = $2, ended_why = $3 where id = $1 and ended_at is null returning id',
);

const endOthers = statement<Ended>(
  'session-end-others',
  `update session set ended_at = $3, ended_why = $4
   where account_id = $1 and id is distinct from $2::uuid and ended_at is null returning id`,
);

/** False when it had ended already. */
export async function endSession(
  context: Context,
  tx: Tx,
  { sessionId, act, why }: { readonly sessionId: string; readonly act: string; readonly why: SessionEnd },
): Promise<boolean> {
  const [ended] = await within(tx, endOne, [sessionId, context.clock.now(), why]);
  if (!ended) return false;
  await recordAudit(context, tx, {
    act,
    subjectKind: 'Session',
    subjectId: sessionId,
    associationId: context.client?.associationId ?? null,
    after: { endedWhy: why },
  });
  return true;
}

/** Ends every session of the account but one, or every one for null, and answers how many. */
export async function endOtherSessions(
  { clock }: Pick<Context, 'clock'>,
  tx: Tx,
  {
    accountId,
    sessionId,
    why,
  }: { readonly accountId: string; readonly sessionId: string | null; readonly why: SessionEnd },
): Promise<number> {
  return (await within(tx, endOthers, [accountId, sessionId, clock.now(), why])).length;
}
