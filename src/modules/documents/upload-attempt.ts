import type { Readable } from 'node:stream';
import type { UploadId } from '../../kernel/id.ts';
import type { Parts } from '../../platform/context.ts';
import { within } from '../../platform/database/database.ts';
import { statement } from '../../platform/database/statement.ts';
import { BadRequest } from '../../platform/graphql/faults.ts';

/** A line on which nothing comes for that long is dead. */
export const SILENCE_MS = 30_000;
/**
 * An attempt on which bytes come stays for as long as its request may last; one of a process that died stands in the way
 * no longer than this. Between two renewals the line may be silent twice, and after the last one the storage once.
 */
const LEASE_MS = 4 * SILENCE_MS;
const RENEW_MS = SILENCE_MS;
const MOST_ATTEMPTS = 10;

type Leasing = Pick<Parts, 'db' | 'clock'>;

// One of many at once begins; the others are told that it is taken.
const begin = statement<{ attempt: number }>(
  'upload-begin',
  `update upload set attempts = attempts + 1, receiving_until = $3
   where id = $1 and received_at is null and removed_at is null and expires_at > $2 and attempts < ${String(MOST_ATTEMPTS)}
     and (receiving_until is null or receiving_until <= $2)
   returning attempts as attempt`,
);

// Not one that was given up: it would stand in the way of the next.
const renew = statement<{ id: UploadId }>(
  'upload-renew',
  `update upload set receiving_until = $3
   where id = $1 and attempts = $2 and received_at is null and removed_at is null and receiving_until is not null
   returning id`,
);

const fate = statement<{ taken: boolean; removed: boolean }>(
  'upload-fate',
  `select received_at is not null or receiving_until > $2 as taken, removed_at is not null as removed
   from upload where id = $1`,
);

/** Begins an attempt, and says which it is. */
export async function claim(leasing: Leasing, id: UploadId): Promise<number> {
  const attempt = await tryToBegin(leasing, id);
  if (attempt !== null) return attempt;
  const ended = await endedBy(leasing, id);
  if (ended !== null) throw ended;
  // The attempt that stood in the way was given up meanwhile; else it is too late, or one too many.
  const again = await tryToBegin(leasing, id);
  if (again === null) throw await whyNot(leasing, id);
  return again;
}

async function tryToBegin({ db, clock }: Leasing, id: UploadId): Promise<number | null> {
  const now = clock.now();
  const [begun] = await db.transaction(tx => within(tx, begin, [id, now, leaseFrom(now)]));
  return begun?.attempt ?? null;
}

/**
 * While bytes come, the attempt stays and neither the sweep nor another attempt ends it. `lost` is called when it was
 * ended all the same, because nothing came for too long. Returns how to stop.
 */
export function stayAlive(
  { db, clock }: Leasing,
  { id, attempt, body }: { id: UploadId; attempt: number; body: Readable },
  lost: (fault: BadRequest) => void,
): () => void {
  let renewedAt = clock.now().getTime();
  const renewLease = async (now: Date): Promise<void> => {
    const rows = await db.transaction(tx => within(tx, renew, [id, attempt, leaseFrom(now)]));
    if (rows.length === 0) lost(await whyNot({ db, clock }, id));
  };
  const beat = (): void => {
    const now = clock.now();
    if (now.getTime() - renewedAt < RENEW_MS) return;
    renewedAt = now.getTime();
    renewLease(now).catch(() => {
      // A database that is away for a moment is asked again with the next bytes; whether it was in time is seen at the end.
      renewedAt = 0;
    });
  };
  body.on('data', beat);
  return () => void body.off('data', beat);
}

/** What ended an attempt from outside: it was swept, received, or another one runs. Null where nothing did. */
export async function endedBy({ db, clock }: Leasing, id: UploadId): Promise<BadRequest | null> {
  const [row] = await db.read(fate, [id, clock.now()]);
  if (!row || row.removed) return isOver();
  return row.taken ? isTaken() : null;
}

/** Why an attempt does not begin, or not come to its end. */
export const whyNot = async (leasing: Leasing, id: UploadId): Promise<BadRequest> =>
  (await endedBy(leasing, id)) ?? isOver();

const leaseFrom = (now: Date): Date => new Date(now.getTime() + LEASE_MS);

const isTaken = (): BadRequest => new BadRequest('UPLOAD_TAKEN', {}, 409);
export const isOver = (): BadRequest => new BadRequest('UPLOAD_OVER', {}, 410);
