import type { Context } from '../../platform/context.ts';
import { within } from '../../platform/database/database.ts';
import { statement } from '../../platform/database/statement.ts';
import { NextStep, NextStepKind } from '../../platform/graphql/next-step.ts';
import { refuse } from '../../platform/problem.ts';
import { digest } from '../../platform/secrets/digest.ts';
import { SessionEnded } from './account.problems.ts';
import { tellTokenReused } from './account.notices.ts';
import { clientOf } from './actor-of.ts';
import { endSession } from './end-session.ts';
import { successorOf } from './refresh-token.ts';
import { judgeRefresh, type RefreshFacts } from './session-rules.ts';
import type { Session } from './session.type.ts';
import { openSession } from './start-session.ts';

interface Chain extends RefreshFacts {
  readonly sessionId: string;
  readonly accountId: string;
}

const findChain = statement<Chain>(
  'refresh-find-chain',
  `select t.spent_at as "spentAt", s.id as "sessionId", s.account_id as "accountId", s.ended_at as "endedAt",
     s.ends_at as "endsAt", s.last_used_at as "lastUsedAt", s.idle_seconds as "idleSeconds",
     a.disabled_at as "accountDisabledAt"
   from refresh_token t join session s on s.id = t.session_id join account a on a.id = s.account_id
   where t.digest = $1 and s.client_id = $2`,
);

// The session's row comes first, as in every act that touches both: else two of them could wait for each other.
const rotate = statement<{ session_id: string }>(
  'refresh-rotate',
  `with used as (
     update session set last_used_at = $4 where id = $3 and ended_at is null returning id
   ), spent as (
     update refresh_token set spent_at = $4
     where digest = $1 and spent_at is null and session_id = (select id from used)
     returning session_id
   )
   insert into refresh_token (digest, session_id, issued_at) select $2::bytea, session_id, $4::timestamptz from spent
   returning session_id`,
);

/**
 * Trades a refresh token for its successor, once. Of many that try at the same moment one spends the token; the
 * others, for ten seconds, are told the same successor. Later than that it was stolen, and the session ends.
 */
export async function refreshSession(context: Context, token: string): Promise<Session> {
  const chain = await findOpenChain(context, token);
  const successor = successorOf(context, token);
  if (chain.spentAt === null) {
    const now = context.clock.now();
    const values = [digest(token), digest(successor), chain.sessionId, now];
    const [rotated] = await context.db.transaction(tx => within(tx, rotate, values));
    if (!rotated) await findOpenChain(context, token);
  }
  return openSession(context, chain, successor);
}

async function findOpenChain(context: Context, token: string): Promise<Chain> {
  const [chain] = await context.db.read(findChain, [digest(token), clientOf(context).id]);
  const judgement = judgeRefresh(chain, context.clock.now());
  if (chain && judgement === 'REUSED') await endStolen(context, chain);
  if (!chain || judgement === 'REUSED' || judgement === 'ENDED') {
    refuse(new SessionEnded(new NextStep(NextStepKind.SIGN_IN)));
  }
  return chain;
}

/** In a transaction of its own: it must last although the answer is a refusal. */
function endStolen(context: Context, { sessionId, accountId }: Chain): Promise<void> {
  return context.db.transaction(async tx => {
    const ended = await endSession(context, tx, { sessionId, act: 'refreshSession', why: 'TOKEN_REUSED' });
    if (ended) await tellTokenReused(context, tx, accountId);
  });
}
