import { SignJWT } from 'jose';
import { toPublicId, type AccountId, type ClientId, type SessionId } from '../../kernel/id.ts';
import type { Parts } from '../../platform/context.ts';
import { within } from '../../platform/database/database.ts';
import { statement } from '../../platform/database/statement.ts';
import { defineJob, enqueue, type Job } from '../../platform/jobs/job.ts';
import { SIGNING_ALGORITHM } from '../../platform/secrets/signing-key.ts';
import type { SigningKeys } from '../../platform/secrets/signing-keys.ts';

/** Looks for sessions that have ended, whoever ended them. */
export const TELL_SITES = 'tell-sites-of-ended-sessions';
const TELL_SITE = 'tell-site-of-ended-session';

interface Ended {
  readonly sessionId: SessionId;
  readonly accountId: AccountId;
  readonly clientId: ClientId;
  readonly address: string;
}

const takeUntold = statement<{ sessionId: SessionId }>(
  'sign-on-take-untold',
  `update sign_on_session o set told_at = $1
   from session s join client c on c.id = s.client_id
   where s.ended_at > $2 and s.id = o.session_id and o.told_at is null and o.entered_at is not null
     and c.revoked_at is null and c.backchannel_logout_uri is not null
   returning o.session_id as "sessionId"`,
);

const ended = statement<Ended>(
  'sign-on-ended',
  `select s.id as "sessionId", s.account_id as "accountId", s.client_id as "clientId",
     c.backchannel_logout_uri as address
   from session s join client c on c.id = s.client_id
   where s.id = $1 and c.revoked_at is null and c.backchannel_logout_uri is not null`,
);

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';
const TOKEN_SECONDS = 120;
const PATIENCE_MS = 10_000;

/**
 * Tells sites of sessions that have ended (OpenID Connect Back-Channel Logout). One job finds them and leaves another
 * for each, so that a site that does not answer is asked again without holding up the rest.
 */
export function tellingSites(keys: SigningKeys): {
  readonly find: Job<Record<string, never>>;
  readonly tell: Job<{ readonly sessionId: string }>;
} {
  return {
    find: defineJob(TELL_SITES, ({ db, clock }) =>
      db.transaction(async tx => {
        for (const { sessionId } of await within(tx, takeUntold, [clock.now(), daysAgo(clock.now(), 2)]))
          await enqueue(tx, { name: TELL_SITE }, { sessionId });
      }),
    ),
    tell: defineJob(TELL_SITE, async (parts, { sessionId }) => {
      const [session] = await parts.db.read(ended, [sessionId]);
      if (session) await tell(session, await logoutToken(parts, keys, session));
    }),
  };
}

const daysAgo = (now: Date, days: number): Date => new Date(now.getTime() - days * 86_400_000);

async function tell({ address }: Ended, token: string): Promise<void> {
  const response = await fetch(address, {
    method: 'POST',
    body: new URLSearchParams({ logout_token: token }),
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`a site answered ${response.status} to a logout token`);
}

async function logoutToken(
  { clock, random, settings }: Pick<Parts, 'clock' | 'random' | 'settings'>,
  keys: SigningKeys,
  { sessionId, accountId, clientId }: Ended,
): Promise<string> {
  const { kid, privateKey } = await keys.signing();
  const issuedAt = Math.floor(clock.now().getTime() / 1_000);
  return new SignJWT({ sid: toPublicId('Session', sessionId), events: { [EVENT]: {} } })
    .setProtectedHeader({ alg: SIGNING_ALGORITHM, typ: 'logout+jwt', kid })
    .setIssuer(settings.publicUrl)
    .setAudience(toPublicId('Client', clientId))
    .setSubject(toPublicId('Account', accountId))
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + TOKEN_SECONDS)
    .setJti(Buffer.from(random(16)).toString('base64url'))
    .sign(privateKey);
}
