import { fromPublicId, type AccountId, type SessionId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { within, type Tx } from '../../platform/database/database.ts';
import { statement } from '../../platform/database/statement.ts';
import { addRefreshToken, clientOf, openSession, startSession, type Session } from '../accounts/index.ts';

export interface Entry {
  /** The session in which the password was given. */
  readonly loginId: SessionId;
  readonly accountId: AccountId;
  readonly scope: string;
}

export interface Entered {
  readonly sessionId: SessionId;
  readonly session: Session;
}

const noteLogin = statement(
  'sign-on-note-login',
  'insert into sign_on_session (session_id, login_id) values ($1, $1)',
);

const handOver = statement<{ session_id: SessionId }>(
  'sign-on-hand-over',
  `update sign_on_session o set entered_at = $3, scope = $4 from session s
   where o.session_id = $1 and o.entered_at is null and s.id = o.session_id and s.client_id = $2
   returning o.session_id`,
);

const noteEntry = statement(
  'sign-on-note-entry',
  'insert into sign_on_session (session_id, login_id, scope, entered_at) values ($1, $2, $3, $4)',
);

// The password was given then and there, whichever site is entered by it now.
const takeAfterLogin = statement(
  'sign-on-take-after-login',
  `update session s set authenticated_at = l.authenticated_at, factor_at = l.factor_at, user_agent = l.user_agent,
     network_address = l.network_address
   from session l where s.id = $1 and l.id = $2`,
);

const touchLogin = statement('sign-on-touch-login', 'update session set last_used_at = $2 where id = $1');

/** Marks the session of a sign-in on the realm's page: other sites are entered by it. */
export const noteSignIn = (tx: Tx, loginId: SessionId): Promise<unknown> => within(tx, noteLogin, [loginId]);

/**
 * The session of one site. The first one to come is the site for which the password was given, and gets that very
 * session; every other gets a session of its own, so that each is listed, used and ended by itself.
 */
export async function enterSite(
  context: Context,
  tx: Tx,
  { loginId, accountId, scope }: Entry,
): Promise<Entered> {
  const client = clientOf(context);
  const now = context.clock.now();
  const [own] = await within(tx, handOver, [loginId, client.id, now, scope]);
  if (own) {
    const refreshToken = await addRefreshToken(context, tx, loginId);
    return {
      sessionId: loginId,
      session: await openSession(context, { accountId, sessionId: loginId }, refreshToken),
    };
  }

  const session = await startSession(context, tx, { id: accountId }, client);
  const sessionId = await sessionIdOf(context, session);
  await within(tx, takeAfterLogin, [sessionId, loginId]);
  await within(tx, noteEntry, [sessionId, loginId, scope, now]);
  await within(tx, touchLogin, [loginId, now]);
  return { sessionId, session };
}

/** Which session a fresh access token belongs to. */
export async function sessionIdOf(
  { tokens }: Pick<Context, 'tokens'>,
  { accessToken }: Pick<Session, 'accessToken'>,
): Promise<SessionId> {
  const claims = await tokens.verify(accessToken);
  if (claims === null) throw new Error('a session was opened with a token that is none');
  return claims.sessionId as SessionId;
}

/** The session that the provider carries with a sign-in and its codes. */
export const loginIdOf = (acr: string | undefined): SessionId | null =>
  acr === undefined ? null : fromPublicId('Session', acr);
