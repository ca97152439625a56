import { fromPublicId, newId, type AssociationId, type ClientId, type UploadId } from '../../kernel/id.ts';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { Context } from '../../platform/context.ts';
import { onceAfter } from '../../platform/database/idempotency.ts';
import { InputIssues } from '../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../platform/graphql/invalid-input.ts';
import { NextStep, NextStepKind } from '../../platform/graphql/next-step.ts';
import { refuse } from '../../platform/problem.ts';
import { actorOf, clientOf } from '../accounts/index.ts';
import { associationInReach, supportOf, type AssociationEntity } from '../associations/index.ts';
import { isFileName, LONGEST_FILE_NAME } from './file-name.ts';
import { SEND_MINUTES } from './upload-link.ts';
import { UploadEntity } from './upload.entity.ts';
import { UploadNotAllowed } from './upload.problems.ts';
import { maySend } from './upload.policy.ts';
import { MEGABYTE, RULES, type SeenType, type UploadPurpose } from './upload-purpose.ts';
import { demandRoom } from './upload-quota.ts';

export interface CreateUpload {
  /** That of the calling client when left out. */
  readonly associationId: string | null;
  readonly purpose: UploadPurpose;
  readonly fileName: string;
  readonly size: number;
  readonly contentType: string | null;
  readonly idempotencyKey: string | undefined;
}

interface Announced {
  readonly association: AssociationEntity;
  readonly fileName: string;
  readonly declaredType: SeenType | null;
}

/** Announces a file: room is kept for it until it comes, or until its time is over. */
export async function createUpload(
  context: Context,
  { idempotencyKey: key, ...input }: CreateUpload,
): Promise<UploadId> {
  const { purpose, size } = input;
  return onceAfter(
    context,
    () => judge(context, input),
    { operation: 'createUpload', key, input },
    async (tx, { association, fileName, declaredType }) => {
      await demandRoom(context, tx, { association, purpose, size });
      const { clock, random } = context;
      const createdAt = clock.now();
      const id = newId<'Upload'>(clock, random);
      await tx.insert(UploadEntity, {
        id,
        accountId: actorOf(context).accountId as UploadEntity['accountId'],
        associationId: association.id,
        clientId: clientOf(context).id as ClientId,
        purpose,
        fileName,
        size,
        declaredType,
        createdAt,
        expiresAt: new Date(createdAt.getTime() + SEND_MINUTES * 60_000),
        attempts: 0,
      });
      await recordAudit(context, tx, {
        act: 'createUpload',
        subjectKind: 'Upload',
        subjectId: id,
        associationId: association.id,
        after: { purpose, fileName, size },
      });
      return id;
    },
  );
}

async function judge(
  context: Context,
  { associationId, purpose, ...file }: Omit<CreateUpload, 'idempotencyKey'>,
): Promise<Announced> {
  const association = await associationFor(context, associationId, purpose);
  const { types, largest } = RULES[purpose];

  const issues = new InputIssues(context.wording);
  const fileName = issues.requiredLine('fileName', file.fileName, LONGEST_FILE_NAME);
  if (fileName !== '' && !isFileName(fileName))
    issues.add('fileName', InputIssueCode.BAD_FORMAT, 'documents.fileName');
  if (file.size < 1) issues.add('size', InputIssueCode.NOT_ALLOWED, 'documents.empty');
  else if (file.size > largest)
    issues.add('size', InputIssueCode.NOT_ALLOWED, 'documents.tooLarge', { max: largest / MEGABYTE });
  const typed = file.contentType?.trim().toLowerCase() || null;
  const declaredType = types.find(type => type === typed) ?? null;
  if (typed !== null && declaredType === null)
    issues.add('contentType', InputIssueCode.NOT_ALLOWED, `documents.types.${purpose}`);
  issues.refuseIfAny();
  return { association, fileName, declaredType };
}

/** Absent, of another tree and without a role there are the same answer. */
async function associationFor(
  context: Context,
  publicId: string | null,
  purpose: UploadPurpose,
): Promise<AssociationEntity> {
  const home = clientOf(context).associationId as AssociationId;
  const id = publicId === null ? home : fromPublicId('Association', publicId);
  const association = id && (await associationInReach(context, id));
  if (association && (await maySend(context, association.id, purpose))) return association;

  const own = await associationInReach(context, home);
  if (own === null) throw new Error('a client names an association that is gone');
  const support = supportOf(own, context.wording);
  return refuse(new UploadNotAllowed(new NextStep(NextStepKind.CONTACT_SUPPORT, { support })));
}
