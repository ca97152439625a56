import { toPublicId } from '../../src/kernel/id.ts';
import type { Portal } from '../support/portal.ts';
import type { FurnishedBody } from './furnished-body.ts';
import type { Good, MakeGood } from './good.ts';

/** As `goodArguments`, for the audit trail and exports. */
export function goodPrivacy(
  portal: Portal,
  { ids, office }: FurnishedBody,
): Readonly<Record<string, readonly MakeGood[]>> {
  const filter = { associationId: ids.Association };
  let intents = 0;
  const good = (variables: Good['variables']): Good => ({ variables, asked: office.asked });
  const cursor = async (): Promise<string> => {
    const { data } = await portal.graphql<{ auditTrail: { pageInfo: { endCursor: string } } }>(
      'query ($filter: AuditTrailFilter!) { auditTrail(filter: $filter, first: 1) { pageInfo { endCursor } } }',
      { filter },
      office.asked,
    );
    return data.auditTrail.pageInfo.endCursor;
  };
  /** One at a time: the one before must be over. */
  const order = async (fields: object): Promise<Good> => {
    await portal.runDue();
    const idempotencyKey = `une-seule-exportation-${String(++intents)}`;
    return good({
      input: { associationId: ids.Association, kind: 'AUDIT_TRAIL', ...fields, idempotencyKey },
    });
  };
  const earlier = (): string => new Date(portal.clock.now().getTime() - 3_600_000 - ++intents).toISOString();
  const soon = new Date(portal.clock.now().getTime() + 3_600_000).toISOString();
  return {
    auditTrail: [
      async () => good({ filter, first: 5, after: await cursor() }),
      async () => good({ filter, last: 5, before: await cursor() }),
      async () => {
        // That it was read is an entry about the association.
        await cursor();
        return good({ filter: { ...filter, subjectId: ids.Association, from: earlier(), to: soon } });
      },
      () => {
        const actorId = toPublicId('Account', office.account.id);
        return Promise.resolve(good({ filter: { ...filter, act: 'signIn', actorId } }));
      },
    ],
    exportJob: [() => Promise.resolve(good({ id: ids.ExportJob }))],
    startExport: [
      () => order({ from: earlier(), to: soon }),
      () => order({ kind: 'REMITTANCE_STATEMENT', subjectId: ids.RemittanceBatch }),
    ],
  };
}
