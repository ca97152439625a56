import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { Actor, Context } from '../../platform/context.ts';
import { within, type Tx } from '../../platform/database/database.ts';
import { statement } from '../../platform/database/statement.ts';
import { Unauthenticated } from '../../platform/graphql/faults.ts';
import { InvalidInput } from '../../platform/graphql/invalid-input.ts';
import { refuse } from '../../platform/problem.ts';
import { tellPasswordChanged } from './account.notices.ts';
import { accountPorts } from './account.ports.ts';
import { CurrentPasswordWrong } from './account.problems.ts';
import type { AccountRow } from './account-state.ts';
import { actorOf, clientOf } from './actor-of.ts';
import { addressesOnFile } from './addresses.ts';
import { demandCurrentPassword } from './current-password.ts';
import { killOutstandingSecrets } from './email-secrets.ts';
import { endOtherSessions } from './end-session.ts';
import { judgePassword, passwordPolicyOfAccount } from './password-policy.ts';
import type { SessionEntity } from './session.entity.ts';
import type { Session } from './session.type.ts';
import { addRefreshToken, openSession } from './start-session.ts';

export interface ChangePassword {
  readonly currentPassword: string;
  readonly newPassword: string;
}

const setPassword = statement<{ id: string }>(
  'change-password-set',
  `update account set password_hash = $3, password_changed_at = $4
   where id = $1 and password_hash = $2 and disabled_at is null returning id`,
);

const renew = statement<{ id: SessionEntity['id'] }>(
  'change-password-renew',
  `update session set authenticated_at = $2, last_used_at = $2 where id = $1 and ended_at is null returning id`,
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
  { currentPassword, newPassword }: ChangePassword,
): Promise<Session> {
  const actor = actorOf(context);
  const account = await demandCurrentPassword(context, currentPassword);
  await judgeNewPassword(context, account, newPassword);
  const hash = await context.passwords.hash(newPassword);

  return context.db.transaction(async tx => {
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
  });
}

async function judgeNewPassword(context: Context, account: AccountRow, password: string): Promise<void> {
  const addresses = await addressesOnFile(context, account.id);
  const names = await context.ports.of(accountPorts).namesOfAccount(context, account.id);
  const personal = [...names, ...addresses.map(one => one.address), account.username ?? ''];
  const rules = await passwordPolicyOfAccount(context, account.id);
  const issues = judgePassword(context, rules, { field: 'newPassword', password, personal });
  if (issues.length > 0) refuse(new InvalidInput(issues));
}

/** The session's row is held before its tokens go, so that a refresh at the same moment adds none. */
async function renewTokens(context: Context, tx: Tx, { sessionId }: Actor): Promise<string> {
  const [session] = await within(tx, renew, [sessionId, context.clock.now()]);
  if (!session) throw new Unauthenticated('TOKEN');
  await within(tx, forgetTokens, [sessionId]);
  return addRefreshToken(context, tx, session.id);
}
