import { fromPublicId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { Forbidden } from '../../platform/graphql/faults.ts';
import { refuse } from '../../platform/problem.ts';
import {
  associationInReach,
  mayAsStaff,
  type AssociationEntity,
  type StaffAction,
} from '../associations/index.ts';
import { ImportKind } from './import.enums.ts';
import { ImportRunNotFound } from './import.problems.ts';
import { importRunById, type ImportRunRow } from './import-run.rows.ts';

/** What somebody must be allowed to do to import such rows. */
export const actionFor = (kind: ImportKind): StaffAction =>
  kind === ImportKind.ACCOUNTS ? 'IMPORT_ACCOUNTS' : 'IMPORT';

/** The association that somebody imports into. Absent, of another tree and not theirs are the same answer. */
export async function associationToImport(
  context: Context,
  publicId: string,
  action: StaffAction,
): Promise<AssociationEntity> {
  const id = fromPublicId('Association', publicId);
  const association = id && (await associationInReach(context, id));
  if (!association || !(await mayAsStaff(context, action, association.id))) throw new Forbidden('STAFF');
  return association;
}

/** A run that the signed-in person may read; null for one that is absent or not theirs. */
export async function readableRun(context: Context, id: string): Promise<ImportRunRow | null> {
  const run = await context.load(importRunById, id);
  if (!run || !(await associationInReach(context, run.associationId))) return null;
  return (await mayAsStaff(context, 'READ_IMPORTS', run.associationId)) ? run : null;
}

/** The same for an act on it. */
export async function runToStop(context: Context, publicId: string): Promise<ImportRunRow> {
  const id = fromPublicId('ImportRun', publicId);
  const run = id && (await readableRun(context, id));
  if (!run || !(await mayAsStaff(context, actionFor(run.kind), run.associationId)))
    refuse(new ImportRunNotFound());
  return run;
}
