import { newId, type AccountId } from '../../kernel/id.ts';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { Actor, Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/database/database.ts';
import { digest } from '../../platform/secrets/digest.ts';
import { clientOf } from './actor-of.ts';
import { newRefreshToken } from './refresh-token.ts';
import { sessionLifetime } from './session-rules.ts';
import { RefreshTokenEntity, SessionEntity } from './session.entity.ts';
import { Session } from './session.type.ts';
import { rememberBrowser } from './sessions/known-browsers.ts';

const LONGEST_USER_AGENT = 400;

export interface SessionStart {
  readonly associationId: string;
  readonly factorAt?: Date | null;
  /** What the browser sent of itself, null for nothing; left out where no browser of a person's signs in. */
  readonly deviceToken?: string | null;
}

/** Signs the account in through the calling client. What was proved for that is the caller's business. */
export async function startSession(
  context: Context,
  tx: Tx,
  account: { readonly id: AccountId },
  { associationId, factorAt = null, deviceToken }: SessionStart,
): Promise<Session> {
  const { clock, random, settings, visitor } = context;
  const client = clientOf(context);
  const now = clock.now();
  const lifetime = sessionLifetime(client.kind, settings);
  const id = newId<'Session'>(clock, random);
  await tx.insert(SessionEntity, {
    id,
    accountId: account.id,
    clientId: client.id as SessionEntity['clientId'],
    startedAt: now,
    authenticatedAt: now,
    factorAt,
    lastUsedAt: now,
    idleSeconds: lifetime.idleSeconds,
    endsAt: new Date(now.getTime() + lifetime.seconds * 1000),
    endedAt: null,
    endedWhy: null,
    userAgent: visitor.userAgent?.slice(0, LONGEST_USER_AGENT) ?? null,
    networkAddress: visitor.address,
  });
  const actor: Actor = { accountId: account.id, sessionId: id, authenticatedAt: now, factorAt };
  await recordAudit({ ...context, actor }, tx, {
    act: 'signIn',
    subjectKind: 'Session',
    subjectId: id,
    associationId,
  });
  const refreshToken = await addRefreshToken(context, tx, id);
  const known =
    deviceToken === undefined ? null : await rememberBrowser(context, tx, account.id, deviceToken);
  return openSession(context, actor, refreshToken, known);
}

/** Puts the first token of a chain on file and answers it. */
export async function addRefreshToken(
  context: Context,
  tx: Tx,
  sessionId: SessionEntity['id'],
): Promise<string> {
  const refreshToken = newRefreshToken(context);
  const issued = { digest: digest(refreshToken), sessionId, issuedAt: context.clock.now(), spentAt: null };
  await tx.insert(RefreshTokenEntity, issued);
  return refreshToken;
}

/** What the client gets of a session: a fresh access token beside the refresh token. */
export async function openSession(
  context: Context,
  { accountId, sessionId }: Pick<Actor, 'accountId' | 'sessionId'>,
  refreshToken: string,
  deviceToken: string | null = null,
): Promise<Session> {
  const { token, expiresAt } = await context.tokens.sign({
    accountId,
    sessionId,
    clientId: clientOf(context).id,
  });
  return new Session({ accessToken: token, accessTokenExpiresAt: expiresAt, refreshToken, deviceToken });
}
