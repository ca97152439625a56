import { newId, toPublicId } from '../../src/kernel/id.ts';
import type { Portal } from '../support/portal.ts';

/** One whose table is gone. */
export async function furnishExport(portal: Portal, associationId: string): Promise<string> {
  const id = newId<'ExportJob'>(portal.clock, portal.parts.random);
  await portal.parts.db.transaction(tx =>
    tx.query(
      `insert into export_job (id, association_id, kind, asked_by, client_id, request_id, locale, to_at, asked_at,
         ended_at, ended_why)
       select $1, $2, 'AUDIT_TRAIL', a.id, c.id, 'x', 'fr-CA', $3, $3, $3, 'DONE'
       from client c, account a where c.association_id = $2 limit 1`,
      [id, associationId, portal.clock.now()],
    ),
  );
  return toPublicId('ExportJob', id);
}
