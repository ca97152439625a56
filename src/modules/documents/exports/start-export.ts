import { fromPublicId, newId, type ExportJobId } from '../../../kernel/id.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { onceAfter } from '../../../platform/database/idempotency.ts';
import { statement } from '../../../platform/database/statement.ts';
import { violates } from '../../../platform/database/violation.ts';
import { Forbidden } from '../../../platform/graphql/faults.ts';
import { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../platform/graphql/invalid-input.ts';
import { enqueue } from '../../../platform/jobs/job.ts';
import { refuse } from '../../../platform/problem.ts';
import { actorOf, clientOf } from '../../accounts/index.ts';
import { bodyForStaff } from '../../associations/index.ts';
import type { ExportKind } from './export.enums.ts';
import { exportPorts, type ExportOrder } from './export.ports.ts';
import { ExportRunning } from './export.problems.ts';
import { EXPORT_ACTIONS } from './export-job.rows.ts';

export interface StartExport {
  readonly associationId: string;
  readonly kind: ExportKind;
  readonly subjectId: string | null;
  readonly from: Date | null;
  readonly to: Date | null;
  readonly idempotencyKey: string | undefined;
}

/** The name by which the worker knows the job. */
export const RUN_EXPORT = { name: 'run-export' } as const;

const ONE_AT_A_TIME = 'export_job_one_at_a_time_idx';

const ask = statement(
  'export-job-ask',
  `insert into export_job (id, association_id, kind, subject_id, asked_by, client_id, request_id, locale, from_at, to_at,
     asked_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
);
const underWay = statement<{ id: ExportJobId }>(
  'export-job-under-way',
  'select id from export_job where association_id = $1 and kind = $2 and ended_at is null',
);

/** Asks for a table, which a worker writes: of an association and a kind one at a time. */
export async function startExport(
  context: Context,
  { idempotencyKey: key, ...input }: StartExport,
): Promise<ExportJobId> {
  const { kind } = input;
  const id = fromPublicId('Association', input.associationId);
  const association = id && (await bodyForStaff(context, EXPORT_ACTIONS[kind], id));
  if (!association) throw new Forbidden('STAFF');
  try {
    return await onceAfter(
      context,
      async () => {
        const period = judge(context, input);
        const subjectId = await subjectIn(context, association.id, input);
        return { ...period, subjectId, associationId: association.id };
      },
      { operation: 'startExport', key, input },
      (tx, order) => put(context, tx, kind, order),
    );
  } catch (error) {
    if (!violates(error, ONE_AT_A_TIME)) throw error;
    const [running] = await context.db.read(underWay, [association.id, kind]);
    // It ended in the meantime: whoever asks again gets their turn.
    if (!running) throw error;
    return refuse(new ExportRunning(running.id));
  }
}

/** What happens while it is written is left for the next one, so that it says the same however often it is begun. */
function judge(
  { clock, wording }: Context,
  { from, to }: Pick<StartExport, 'from' | 'to'>,
): Pick<ExportOrder, 'from' | 'to'> {
  const now = clock.now();
  const until = to !== null && to < now ? to : now;
  const issues = new InputIssues(wording);
  if (from !== null && from >= until) issues.add('from', InputIssueCode.NOT_ALLOWED, 'documents.period');
  issues.refuseIfAny();
  return { from, to: until };
}

/** Some kinds are about one record, which is named; the others about none. */
async function subjectIn(
  context: Context,
  associationId: string,
  { kind, subjectId }: Pick<StartExport, 'kind' | 'subjectId'>,
): Promise<string | null> {
  const { subjectOf } = context.ports.of(exportPorts)[kind];
  const issues = new InputIssues(context.wording);
  const found = subjectId === null ? null : ((await subjectOf?.(context, associationId, subjectId)) ?? null);
  if (subjectOf && subjectId === null) issues.add('subjectId', InputIssueCode.REQUIRED);
  else if (subjectId !== null && found === null)
    issues.add('subjectId', InputIssueCode.NOT_ALLOWED, 'documents.exportSubject');
  issues.refuseIfAny();
  return found;
}

async function put(
  context: Context,
  tx: Tx,
  kind: ExportKind,
  { associationId, subjectId, from, to }: ExportOrder,
): Promise<ExportJobId> {
  const { clock, random, requestId, locale } = context;
  const id = newId<'ExportJob'>(clock, random);
  const whose = [actorOf(context).accountId, clientOf(context).id, requestId, locale];
  await within(tx, ask, [id, associationId, kind, subjectId, ...whose, from, to, clock.now()]);
  await enqueue(tx, RUN_EXPORT, { exportJobId: id });
  await recordAudit(context, tx, {
    act: 'startExport',
    subjectKind: 'ExportJob',
    subjectId: id,
    associationId,
    after: { kind, subjectId, from, to },
  });
  return id;
}
