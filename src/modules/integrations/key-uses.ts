import type { Parts } from '../../platform/context.ts';
import { statement, type Statement } from '../../platform/database/statement.ts';
import { digest } from '../../platform/secrets/digest.ts';

/** When each key was last used. Requests only leave a note: the notes of many are written at once, beside them. */
export interface KeyUses {
  note(key: string): void;
  /** The client called by a token of its own, or proved itself by a key pair, whose `kid` it said. */
  noteClient(id: string, kid: string | null): void;
  write(): Promise<void>;
}

/** A use is not noted again before that, so that a busy client costs a write per hour. */
const HOUR_MS = 3_600_000;

const keysUsed = statement(
  'client-key-used',
  `update client_key set last_used_at = noted.at
   from unnest($1::text[], $2::timestamptz[]) as noted (digest, at)
   where client_key.digest = decode(noted.digest, 'hex')
     and (client_key.last_used_at is null or client_key.last_used_at <= noted.at - interval '1 hour')`,
);
const clientsUsed = statement(
  'client-used',
  `update client set last_used_at = noted.at
   from unnest($1::text[], $2::timestamptz[]) as noted (id, at)
   where client.id = noted.id::uuid
     and (client.last_used_at is null or client.last_used_at <= noted.at - interval '1 hour')`,
);
const pairsUsed = statement(
  'client-key-pair-used',
  `insert into client_key_pair_use as kept (client_id, kid, last_used_at)
   select client.id, substr(noted.place, 38), noted.at
   from unnest($1::text[], $2::timestamptz[]) as noted (place, at)
     join client on client.id = substr(noted.place, 1, 36)::uuid
   on conflict (client_id, kid) do update set last_used_at = excluded.last_used_at
     where kept.last_used_at <= excluded.last_used_at - interval '1 hour'`,
);

type Noting = Pick<Parts, 'db' | 'clock' | 'log'>;

export function createKeyUses(parts: Noting): KeyUses {
  const keys = notesOf(parts, keysUsed);
  const clients = notesOf(parts, clientsUsed);
  const pairs = notesOf(parts, pairsUsed);

  return {
    note: key => keys.note(digest(key).toString('hex')),
    noteClient(id, kid) {
      clients.note(id);
      if (kid !== null) pairs.note(`${id} ${kid}`);
    },
    async write() {
      for (const notes of [keys, clients, pairs]) await notes.write();
    },
  };
}

interface Notes {
  note(place: string): void;
  write(): Promise<void>;
}

function notesOf({ db, clock, log }: Noting, used: Statement<unknown>): Notes {
  const written = new Map<string, number>();
  const waiting = new Map<string, Date>();

  return {
    note(place) {
      const now = clock.now();
      const since = now.getTime() - (written.get(place) ?? Number.NEGATIVE_INFINITY);
      // A test realm's clock may have been put back.
      if (since < 0 || since >= HOUR_MS) waiting.set(place, now);
    },
    async write() {
      const notes = [...waiting];
      if (notes.length === 0) return;
      waiting.clear();
      for (const [place, at] of notes) written.set(place, at.getTime());
      try {
        await db.read(used, [notes.map(([place]) => place), notes.map(([, at]) => at)]);
      } catch (error) {
        // Nothing depends on it: the next hour writes it.
        log.warn({ error }, 'the use of client keys was not written');
      }
    },
  };
}
