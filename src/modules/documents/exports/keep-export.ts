import { createReadStream } from 'node:fs';
import { newId, type UploadId } from '../../../kernel/id.ts';
import type { Parts } from '../../../platform/context.ts';
import type { WrittenTable } from '../../../platform/csv/write-table.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { documentsPorts } from '../documents.ports.ts';
import { UploadEntity } from '../upload.entity.ts';
import { CSV_TYPE, UploadPurpose } from '../upload-purpose.ts';
import { keyOfAttempt } from '../upload.rows.ts';
import type { ExportJobRow } from './export-job.rows.ts';

/** Longer than it takes to store one; what is left of one that was cut is swept after that. */
const STORE_MS = 3_600_000;

/**
 * Stores a table as a file of its association. Announced before its bytes lie anywhere, so that nothing is left that
 * nobody knows of; `settle` names it in the transaction that makes it readable.
 */
export async function keepExport(
  { db, clock, random, ports }: Pick<Parts, 'db' | 'clock' | 'random' | 'ports'>,
  job: ExportJobRow,
  { place, name, table }: { readonly place: string; readonly name: string; readonly table: WrittenTable },
  settle: (tx: Tx, id: UploadId) => Promise<void>,
): Promise<void> {
  const { storage } = ports.of(documentsPorts);
  const id = newId<'Upload'>(clock, random);
  const createdAt = clock.now();
  const until = new Date(createdAt.getTime() + STORE_MS);
  const { size, sha256 } = table;
  await db.transaction(tx =>
    tx.insert(UploadEntity, {
      id,
      accountId: job.askedBy,
      associationId: job.associationId,
      clientId: job.clientId,
      purpose: UploadPurpose.EXPORT,
      fileName: name,
      size,
      declaredType: CSV_TYPE,
      createdAt,
      expiresAt: until,
      attempts: 1,
      receivingUntil: until,
    }),
  );
  await storage.write(keyOfAttempt(id, 1), createReadStream(place), size);
  await db.transaction(async tx => {
    const received = { receivedAt: clock.now(), receivingUntil: null, seenType: CSV_TYPE, sha256 } as const;
    await tx.update(UploadEntity, { id }, received);
    await settle(tx, id);
  });
}
