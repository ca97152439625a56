import { newId, type InvitationRunId, type UploadId } from '../../../kernel/id.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { onceAfter } from '../../../platform/database/idempotency.ts';
import { statement } from '../../../platform/database/statement.ts';
import { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../platform/graphql/invalid-input.ts';
import { enqueue } from '../../../platform/jobs/job.ts';
import { refuse } from '../../../platform/problem.ts';
import { actorOf, clientOf } from '../../accounts/index.ts';
import { keepUpload, receivedUpload, type ReceivedUpload } from '../../documents/index.ts';
import { associationInCare } from '../association-in-care.ts';
import type { InvitationSelection } from './invitation-run.enums.ts';
import { InvitationFileNotFound } from './invitation-run.problems.ts';

export interface StartInvitationRun {
  readonly associationId: string;
  readonly uploadId: string | null;
  readonly selection: InvitationSelection | null;
  readonly classCode: string | null;
  readonly idempotencyKey: string | undefined;
}

/** The name by which the worker knows the job; what it does imports far more than who asks for it. */
export const SEND_INVITATION_RUN = { name: 'send-invitation-run' } as const;

const ask = statement(
  'invitation-run-ask',
  `insert into invitation_run (id, association_id, upload_id, selection, class_code, asked_at, acting_account_id,
     acting_client_id, factor_at, request_id)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
);

const findClass = statement(
  'invitation-run-class',
  'select from membership_class where association_id = $1 and code = $2',
);

/** Asks for invitations to many, which a worker sends by the rights of whoever asks. */
export async function startInvitationRun(
  context: Context,
  { idempotencyKey: key, ...input }: StartInvitationRun,
): Promise<InvitationRunId> {
  const association = await associationInCare(context, input.associationId);
  return onceAfter(
    context,
    () => readInput(context, input, association.id),
    { operation: 'startInvitationRun', key, input },
    (tx, upload) => put(context, tx, { ...input, associationId: association.id }, upload),
  );
}

async function readInput(
  context: Context,
  { uploadId, selection, classCode }: Omit<StartInvitationRun, 'idempotencyKey'>,
  associationId: string,
): Promise<ReceivedUpload | null> {
  const issues = new InputIssues(context.wording);
  if (uploadId === null && selection === null) issues.add('uploadId', InputIssueCode.REQUIRED);
  if (uploadId !== null && selection !== null)
    issues.add('selection', InputIssueCode.NOT_ALLOWED, 'invitations.run.oneSource');
  if (classCode !== null && selection === null)
    issues.add('classCode', InputIssueCode.NOT_ALLOWED, 'invitations.run.classOfSelection');
  else if (classCode !== null && (await context.db.read(findClass, [associationId, classCode])).length === 0)
    issues.add('classCode', InputIssueCode.NOT_ALLOWED, 'invitations.run.classCode');
  issues.refuseIfAny();
  if (uploadId === null) return null;

  const upload = await receivedUpload(context, uploadId, 'IMPORT');
  if (upload?.associationId !== associationId) refuse(new InvitationFileNotFound());
  return upload;
}

async function put(
  context: Context,
  tx: Tx,
  {
    associationId,
    selection,
    classCode,
  }: Pick<StartInvitationRun, 'associationId' | 'selection' | 'classCode'>,
  upload: ReceivedUpload | null,
): Promise<InvitationRunId> {
  const { clock, random } = context;
  const id = newId<'InvitationRun'>(clock, random);
  const uploadId: UploadId | null = upload && upload.id;
  const source = [uploadId, selection, classCode];
  await within(tx, ask, [id, associationId, ...source, clock.now(), ...actingIn(context)]);
  if (upload && !(await keepUpload(context, tx, upload.id))) refuse(new InvitationFileNotFound());
  await enqueue(tx, SEND_INVITATION_RUN, { runId: id });
  await recordAudit(context, tx, {
    act: 'startInvitationRun',
    subjectKind: 'InvitationRun',
    subjectId: id,
    associationId,
    after: upload
      ? { fileName: upload.fileName, sha256: upload.sha256 }
      : { selection, ...(classCode !== null && { classCode }) },
  });
  return id;
}

/** By whose rights a run goes on, as its columns want it. */
export const actingIn = (context: Context): readonly unknown[] => [
  actorOf(context).accountId,
  clientOf(context).id,
  actorOf(context).factorAt,
  context.requestId,
];
