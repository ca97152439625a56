import type { ImportRunId } from '../../kernel/id.ts';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { Context } from '../../platform/context.ts';
import { within } from '../../platform/database/database.ts';
import { statement } from '../../platform/database/statement.ts';
import { refuse } from '../../platform/problem.ts';
import { ImportOver } from './import.problems.ts';
import { runToStop } from './import-run-for.ts';

const cancel = statement<{ id: string }>(
  'import-run-cancel',
  `update import_run set ended_at = $2, ended_why = 'CANCELLED' where id = $1 and ended_at is null returning id`,
);

const unstage = statement('import-run-unstage', 'delete from staged_row where batch_id = $1');

/**
 * Stops an import: a worker that is at it finds out at its next step, and at the last one it writes all or finds that
 * it may not. Whichever comes first counts.
 */
export async function cancelImport(context: Context, publicId: string): Promise<ImportRunId> {
  const run = await runToStop(context, publicId);
  await context.db.transaction(async tx => {
    const [cancelled] = await within(tx, cancel, [run.id, context.clock.now()]);
    if (!cancelled) refuse(new ImportOver());
    await within(tx, unstage, [run.id]);
    await recordAudit(context, tx, {
      act: 'cancelImport',
      subjectKind: 'ImportRun',
      subjectId: run.id,
      associationId: run.associationId,
    });
  });
  return run.id;
}
