import type { ClientId } from '../../../kernel/id.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { refuse } from '../../../platform/problem.ts';
import { ClientEntity } from '../client.entity.ts';
import type { ClientFacts } from './client-facts.ts';
import { ClientRevoked } from './client.problems.ts';

export interface ClientChange {
  /** The act in the words of the API. */
  readonly act: string;
  readonly before: object | null;
  readonly after: object;
  readonly apply: (tx: Tx) => Promise<unknown>;
}

/** Makes one change at a time, unless the client was revoked meanwhile, and leaves a line in the audit trail. */
export async function changeClient(
  context: Context,
  { id, associationId }: ClientFacts,
  { act, before, after, apply }: ClientChange,
): Promise<ClientId> {
  await context.db.transaction(async tx => {
    const row = await tx.findOneOrFail(ClientEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (row.revokedAt !== null) refuse(new ClientRevoked());
    await apply(tx);
    await recordAudit(context, tx, {
      act,
      subjectKind: 'Client',
      subjectId: id,
      associationId,
      before,
      after,
    });
  });
  return id;
}
