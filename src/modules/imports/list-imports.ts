import { fromPublicId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import type { ConnectionArgs, Page } from '../../platform/graphql/connection.ts';
import { Forbidden } from '../../platform/graphql/faults.ts';
import { readWalk, walkByInstant } from '../../platform/graphql/instant-walk.ts';
import { associationInReach, mayAsStaff } from '../associations/index.ts';
import { IMPORT_RUN_COLUMNS, type ImportRunRow } from './import-run.rows.ts';
import { ImportRun } from './import-run.type.ts';

const ofAssociation = walkByInstant<ImportRunRow>('import-runs', {
  columns: IMPORT_RUN_COLUMNS,
  from: 'from import_run r where r.association_id = $1',
  values: 1,
  instant: 'r.asked_at',
  id: 'r.id',
});

/** The imports of an association, the latest first. */
export async function listImports(
  context: Context,
  publicId: string,
  args: ConnectionArgs,
): Promise<Page<ImportRun>> {
  const associationId = fromPublicId('Association', publicId);
  const association = associationId && (await associationInReach(context, associationId));
  if (!association || !(await mayAsStaff(context, 'READ_IMPORTS', association.id))) throw new Forbidden();
  return readWalk(context, ofAssociation, [association.id], args, row => new ImportRun(row));
}
