import type { Parts } from '../../platform/context.ts';
import { statement } from '../../platform/database/statement.ts';
import { digest } from '../../platform/secrets/digest.ts';

/** When each key was last used. Requests only leave a note: the notes of many are written at once, beside them. */
export interface KeyUses {
  note(key: string): void;
  write(): Promise<void>;
}

/** A use is not noted again before that, so that a busy client costs a write per hour. */
const HOUR_MS = 3_600_000;

const used = statement(
  'client-key-used',
  `update client_key set last_used_at = noted.at
   from unnest($1::text[], $2::timestamptz[]) as noted (digest, at)
   where client_key.digest = decode(noted.digest, 'hex')
     and (client_key.last_used_at is null or client_key.last_used_at <= noted.at - interval '1 hour')`,
);

export function createKeyUses({ db, clock, log }: Pick<Parts, 'db' | 'clock' | 'log'>): KeyUses {
  const written = new Map<string, number>();
  const waiting = new Map<string, Date>();

  return {
    note(key) {
      const place = digest(key).toString('hex');
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
