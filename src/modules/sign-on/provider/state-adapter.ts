import { errors, type Adapter, type AdapterPayload } from 'oidc-provider';
import { fromPublicId } from '../../../kernel/id.ts';
import type { Parts } from '../../../platform/context.ts';
import { within } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { digest } from '../../../platform/secrets/digest.ts';
import { LIVE_LOGIN } from '../login.ts';

interface StateRow {
  readonly idDigest: Buffer;
  readonly sealedPayload: Buffer;
  readonly consumedAt: Date | null;
}

const COLUMNS = `t.id_digest as "idDigest", t.sealed_payload as "sealedPayload", t.consumed_at as "consumedAt"`;
// A browser is signed in for as long as the session is in which the password was given: both end at once.
const FOUND = `from sign_on_state t where t.kind = $1 and t.expires_at > $3
  and (t.kind <> 'Session' or t.session_id is null or exists (${LIVE_LOGIN('t.session_id', '$3')}))`;

const byId = statement<StateRow>('sign-on-state-by-id', `select ${COLUMNS} ${FOUND} and t.id_digest = $2`);
const byUid = statement<StateRow>('sign-on-state-by-uid', `select ${COLUMNS} ${FOUND} and t.uid_digest = $2`);

const upsert = statement(
  'sign-on-state-upsert',
  `insert into sign_on_state (kind, id_digest, uid_digest, session_id, sealed_payload, expires_at)
   values ($1, $2, $3, $4, $5, $6)
   on conflict (kind, id_digest) do update
     set uid_digest = excluded.uid_digest, session_id = coalesce(excluded.session_id, sign_on_state.session_id),
       sealed_payload = excluded.sealed_payload, expires_at = excluded.expires_at`,
);
// Of many that use the same assertion at the same moment, one gets in.
const putOnce = statement<{ kind: string }>(
  'sign-on-state-put-once',
  `insert into sign_on_state as kept (kind, id_digest, sealed_payload, expires_at) values ($1, $2, $3, $4)
   on conflict (kind, id_digest) do update
     set sealed_payload = excluded.sealed_payload, expires_at = excluded.expires_at
     where kept.expires_at <= $5
   returning kind`,
);
const consume = statement(
  'sign-on-state-consume',
  'update sign_on_state set consumed_at = $3 where kind = $1 and id_digest = $2 and consumed_at is null',
);
const destroy = statement(
  'sign-on-state-destroy',
  'delete from sign_on_state where kind = $1 and id_digest = $2',
);
const forget = statement('sign-on-state-forget', 'delete from sign_on_state where expires_at <= $1');

type Keeping = Pick<Parts, 'db' | 'clock' | 'vault'>;

/** Keeps the provider's models of one kind. Ids are stored as digests and everything else sealed. */
export function keepState(parts: Keeping, kind: string): Adapter {
  const { db, clock, vault } = parts;
  const labelOf = (id: Buffer): string => `sign_on_state:${kind}:${id.toString('hex')}`;

  function payloadOf(row: StateRow | undefined): AdapterPayload | undefined {
    if (!row) return undefined;
    const payload = JSON.parse(vault.open(row.sealedPayload, labelOf(row.idDigest))) as AdapterPayload;
    return row.consumedAt === null ? payload : { ...payload, consumed: toSeconds(row.consumedAt) };
  }

  return {
    async upsert(id, payload, expiresIn = 0) {
      const name = digest(id);
      const sealed = vault.seal(JSON.stringify(payload), labelOf(name));
      const now = clock.now();
      const expiresAt = new Date(now.getTime() + expiresIn * 1_000);
      await db.transaction(async tx => {
        if (kind === 'ReplayDetection') {
          const put = await within(tx, putOnce, [kind, name, sealed, expiresAt, now]);
          if (put.length === 0) throw new errors.InvalidClientAuth('used twice');
          return;
        }
        const uid = kind === 'Session' && payload.uid !== undefined ? digest(payload.uid) : null;
        await within(tx, upsert, [kind, name, uid, loginOf(kind, payload), sealed, expiresAt]);
      });
    },
    find: async id => payloadOf((await db.read(byId, [kind, digest(id), clock.now()]))[0]),
    findByUid: async uid => payloadOf((await db.read(byUid, [kind, digest(uid), clock.now()]))[0]),
    findByUserCode: () => Promise.resolve(undefined),
    async consume(id) {
      await db.transaction(tx => within(tx, consume, [kind, digest(id), clock.now()]));
    },
    async destroy(id) {
      await db.transaction(tx => within(tx, destroy, [kind, digest(id)]));
    },
    // Nothing is stored by grant: partners of the realm are not asked for consent.
    revokeByGrantId: () => Promise.resolve(),
  };
}

/** The provider carries the session of a sign-in as its context class, which it hands to every code. */
const loginOf = (kind: string, { acr }: AdapterPayload): string | null =>
  kind === 'Session' && acr !== undefined ? fromPublicId('Session', acr) : null;

const toSeconds = (instant: Date): number => Math.floor(instant.getTime() / 1_000);

/** Removes what has expired. */
export async function forgetSignOnState({ db, clock }: Pick<Parts, 'db' | 'clock'>): Promise<void> {
  await db.transaction(tx => within(tx, forget, [clock.now()]));
}
