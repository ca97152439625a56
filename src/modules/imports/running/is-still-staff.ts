import type { Parts } from '../../../platform/context.ts';
import { hasBeenStaffSince } from '../../associations/index.ts';
import { clientForProvider } from '../../integrations/index.ts';
import { actionFor } from '../import-run-for.ts';
import type { ImportRunRow } from '../import-run.rows.ts';

/** A run writes by the rights of whoever asked for it, which may have ended since, as may their tool's key. */
export async function isStillStaff(
  parts: Parts,
  { askedBy: accountId, askedAt: since, associationId, clientId, kind }: ImportRunRow,
): Promise<boolean> {
  const client = await clientForProvider(parts, clientId);
  if (client === null) return false;
  const whose = { accountId, associationId, since, action: actionFor(kind) };
  return parts.db.transaction(tx => hasBeenStaffSince({ ...parts, client }, tx, whose));
}
