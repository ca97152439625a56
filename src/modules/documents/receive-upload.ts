import type { IncomingMessage } from 'node:http';
import type { UploadId } from '../../kernel/id.ts';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { CallingClient, Parts } from '../../platform/context.ts';
import { within } from '../../platform/database/database.ts';
import { statement } from '../../platform/database/statement.ts';
import { Fault, ServiceBusy } from '../../platform/graphql/faults.ts';
import { describeError } from '../../platform/log/describe-error.ts';
import { ContentCheck, tooShort, type SeenContent } from './content-check.ts';
import { documentsPorts } from './documents.ports.ts';
import { claim, endedBy, SILENCE_MS, stayAlive, whyNot } from './upload-attempt.ts';
import type { UploadEntity } from './upload.entity.ts';
import { keyOfAttempt, removeAttempts } from './upload.rows.ts';

interface Receiving {
  /** Through whose pages it is sent. */
  readonly client: CallingClient;
  readonly requestId: string;
}

const giveUp = statement(
  'upload-give-up',
  'update upload set receiving_until = null where id = $1 and attempts = $2 and received_at is null',
);

// An attempt that another one overtook, because it took too long, comes too late.
const finish = statement<{ id: UploadId }>(
  'upload-finish',
  `update upload set receiving_until = null, received_at = $3, seen_type = $4, sha256 = $5
   where id = $1 and attempts = $2 and received_at is null and removed_at is null
   returning id`,
);

const isReceived = statement(
  'upload-is-received',
  'select from upload where id = $1 and attempts = $2 and received_at is not null',
);

/** Takes the bytes of an announced upload, once. Whatever goes wrong, nothing of them is left. */
export async function receiveUpload(
  parts: Parts,
  row: UploadEntity,
  body: IncomingMessage,
  receiving: Receiving,
): Promise<void> {
  const { storage } = parts.ports.of(documentsPorts);
  const attempt = await claim(parts, row.id);
  const key = keyOfAttempt(row.id, attempt);
  try {
    const seen = await store(parts, { row, attempt, body }, content => storage.write(key, content, row.size));
    await settle(parts, { row, attempt, seen }, receiving);
    await removeIfPossible(parts, row.id, 1, attempt - 1);
  } catch (error) {
    await undo(parts, row.id, attempt);
    if (error instanceof Fault) throw error;
    // Whoever overtook or swept it has removed what it was writing.
    const ended = await endedBy(parts, row.id);
    if (ended) throw ended;
    const facts = error instanceof Error ? describeError(error) : {};
    parts.log.error({ requestId: receiving.requestId, ...facts }, 'an upload was not stored');
    throw new ServiceBusy();
  }
}

/** Leaves alone what was received after all, when the line to the database broke at the very end. */
async function undo({ db, ports }: Parts, id: UploadId, attempt: number): Promise<void> {
  if ((await db.read(isReceived, [id, attempt])).length > 0) return;
  await db.transaction(tx => within(tx, giveUp, [id, attempt]));
  await removeIfPossible({ ports }, id, attempt, attempt);
}

/** Whatever stays because the storage is away is removed with the upload itself. */
async function removeIfPossible(
  { ports }: Pick<Parts, 'ports'>,
  id: UploadId,
  first: number,
  last: number,
): Promise<void> {
  await removeAttempts(ports.of(documentsPorts).storage, id, first, last).catch(() => undefined);
}

/** The content goes on as fast as it is stored, never faster: a long file is never in memory. */
async function store(
  parts: Parts,
  { row, attempt, body }: { row: UploadEntity; attempt: number; body: IncomingMessage },
  write: (content: ContentCheck) => Promise<void>,
): Promise<SeenContent> {
  const check = new ContentCheck(row);
  const left = (): void => {
    if (!body.complete) check.destroy(tooShort());
  };
  const silent = (): void => void body.destroy();
  body.once('close', left).socket.setTimeout(SILENCE_MS).once('timeout', silent);
  // It may break off before anybody stores it, who then hears of it all the same.
  check.on('error', () => undefined);
  const stop = stayAlive(parts, { id: row.id, attempt, body }, fault => void check.destroy(fault));
  try {
    body.pipe(check);
    await write(check);
    return check.seen();
  } finally {
    stop();
    body.unpipe(check).off('close', left).socket.setTimeout(0).off('timeout', silent);
  }
}

async function settle(
  parts: Parts,
  { row, attempt, seen }: { row: UploadEntity; attempt: number; seen: SeenContent },
  { client, requestId }: Receiving,
): Promise<void> {
  await parts.db.transaction(async tx => {
    const values = [row.id, attempt, parts.clock.now(), seen.type, seen.sha256];
    if ((await within(tx, finish, values)).length === 0) throw await whyNot(parts, row.id);
    const { clock, random } = parts;
    await recordAudit({ clock, random, client, requestId }, tx, {
      act: 'receiveUpload',
      subjectKind: 'Upload',
      subjectId: row.id,
      associationId: row.associationId,
      after: { type: seen.type, sha256: seen.sha256 },
    });
  });
}
