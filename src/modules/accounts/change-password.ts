import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { Actor, Context } from '../../platform/context.ts';
import { within, type Tx } from '../../platform/database/database.ts';
import { onceAfter } from '../../platform/database/idempotency.ts';
import { statement } from '../../platform/database/statement.ts';
import { Unauthenticated } from '../../platform/graphql/faults.ts';
import { refuse } from '../../platform/problem.ts';
import { tellPasswordChanged } from './account.notices.ts';
import { CurrentPasswordWrong } from './account.problems.ts';
import type { AccountRow } from './account-state.ts';
import { actorOf, clientOf } from './actor-of.ts';
import { demandCurrentPassword } from './current-password.ts';
import { killOutstandingSecrets } from './email-secrets.ts';
import { endOtherSessions } from './end-session.ts';
import { judgeNewPassword } from './judge-new-password.ts';
import type { SessionEntity } from './session.entity.ts';
import { Session, type SessionFacts } from './session.type.ts';
import { addRefreshToken, openSession } from './start-session.ts';

export interface ChangePassword {
  readonly currentPassword: string;
  readonly newPassword: string;
  /** By which the browser is known, if it says so. */
  readonly deviceToken?: string | null;
  readonly idempotencyKey: string | undefined;
}

interface Change {
  readonly account: AccountRow;
  readonly hash: string;
}

const setPassword = statement<{ id: string }>(
  'change-password-set',
  `update account set password_hash = $3, password_changed_at = $4
   where id = $1 and password_hash = $2 and disabled_at is null returning id`,
);

// The password alone makes no sign-in fresh again that was one by two factors.
const renew = statement<{ id: SessionEntity['id'] }>(
  'change-password-renew',
  `update session set last_used_at = $2,
     authenticated_at = case when factor_at is null then $2 else authenticated_at end
   where id = $1 and ended_at is null returning id`,
);

const forgetTokens = statement(
  'change-password-forget-tokens',
  'delete from refresh_token where session_id = $1',
);

/**
 * Sets a new password. Whoever else was signed in to the account no longer is, mailed links stop working, and this
 * session goes on with new tokens.
 */
export async function changePassword(
  context: Context,
  { idempotencyKey: key, deviceToken = null, ...input }: ChangePassword,
): Promise<Session> {
  const actor = actorOf(context);
  const prepare = async (): Promise<Change> => {
    const account = await demandCurrentPassword(context, input.currentPassword, deviceToken);
    await judgeNewPassword(context, account, input.newPassword);
    return { account, hash: await context.passwords.hash(input.newPassword) };
  };
  const repeatable = { operation: 'changePassword', key, input };
  const session = await onceAfter<Change, SessionFacts>(
    context,
    prepare,
    repeatable,
    async (tx, { account, hash }) => {
      const now = context.clock.now();
      const [set] = await within(tx, setPassword, [account.id, account.passwordHash, hash, now]);
      if (!set) refuse(new CurrentPasswordWrong());

      const refreshToken = await renewTokens(context, tx, actor);
      const ended = await endOtherSessions(context, tx, { ...actor, why: 'PASSWORD_CHANGED' });
      await killOutstandingSecrets(context, tx, account.id);
      await tellPasswordChanged(context, tx, account.id);
      await recordAudit(context, tx, {
        act: 'changePassword',
        subjectKind: 'Account',
        subjectId: account.id,
        associationId: clientOf(context).associationId,
        after: { sessionsEnded: ended },
      });
      return openSession(context, actor, refreshToken);
    },
  );
  return new Session(session);
}

/** The session's row is held before its tokens go, so that a refresh at the same moment adds none. */
async function renewTokens(context: Context, tx: Tx, { sessionId }: Actor): Promise<string> {
  const [session] = await within(tx, renew, [sessionId, context.clock.now()]);
  if (!session) throw new Unauthenticated('TOKEN');
  await within(tx, forgetTokens, [sessionId]);
  return addRefreshToken(context, tx, session.id);
}
