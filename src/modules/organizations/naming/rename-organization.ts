import { dayAt } from '../../../kernel/deadline.ts';
import { newId, type UploadId } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../platform/graphql/invalid-input.ts';
import { associationById } from '../../associations/index.ts';
import { keepUpload, receivedUpload } from '../../documents/index.ts';
import { actOnOrganization } from '../act-on-organization.ts';
import { legalSearchKey } from '../add-organization.ts';
import { organizationFor } from '../organization-for.ts';
import { OrganizationEntity } from '../organization.entity.ts';
import { LONGEST_LINE } from '../organization-profile.ts';
import { formerNamesOf } from './former-names.loaders.ts';
import { OrganizationFormerNameEntity } from './organization-former-name.entity.ts';

export interface RenameOrganization {
  readonly organizationId: string;
  readonly legalName: string;
  readonly legalNameEn?: string | null | undefined;
  /** The first day on which it is called so. */
  readonly from: LocalDate;
  readonly document: string;
  readonly uploadId?: string | null | undefined;
  readonly idempotencyKey: string | undefined;
}

interface Renaming {
  readonly organization: OrganizationEntity;
  readonly legalName: string;
  readonly legalNameEn: string | null;
  readonly from: LocalDate;
  readonly document: string;
  readonly uploadId: UploadId | null;
}

/** Staff: changes the legal name of an organization as of a day that has come. It is still found by the former one. */
export const renameOrganization = (
  context: Context,
  { idempotencyKey: key, ...input }: RenameOrganization,
): Promise<void> =>
  actOnOrganization(
    context,
    asked => judge(asked, input),
    { operation: 'renameOrganization', key, input },
    (tx, renaming) => rename(context, tx, renaming),
  );

async function judge(context: Context, input: Omit<RenameOrganization, 'idempotencyKey'>): Promise<Renaming> {
  const organization = await organizationFor(context, input.organizationId, 'RENAME');
  const issues = new InputIssues(context.wording);
  const legalName = issues.requiredLine('legalName', input.legalName, LONGEST_LINE);
  const legalNameEn = issues.line('legalNameEn', input.legalNameEn, LONGEST_LINE);
  if (legalName === organization.legalName && legalNameEn === organization.legalNameEn)
    blame(issues, 'legalName', 'same');
  await judgeDay(context, issues, organization, input.from);
  const uploadId =
    input.uploadId == null ? null : await uploadIn(context, issues, organization, input.uploadId);
  issues.refuseIfAny();
  const document = input.document.normalize('NFC').trim();
  return { organization, legalName, legalNameEn, from: input.from, document, uploadId };
}

const blame = (issues: InputIssues, field: string, what: string): void => {
  issues.add(field, InputIssueCode.NOT_ALLOWED, `organizations.naming.${what}`);
};

/** Names follow each other, and what lies ahead may still come otherwise. */
async function judgeDay(
  context: Context,
  issues: InputIssues,
  { id, associationId }: OrganizationEntity,
  from: LocalDate,
): Promise<void> {
  const association = await context.load(associationById, associationId);
  if (association === null) throw new Error('an organization names an association that is gone');
  const [last] = await context.load(formerNamesOf, id);
  if (from > dayAt(association.timeZone, context.clock.now())) blame(issues, 'from', 'ahead');
  else if (from < '1600-01-01' || (last !== undefined && from <= last.untilOn))
    blame(issues, 'from', 'beforeLast');
}

/** Of the same association, or its staff could not read it. */
async function uploadIn(
  context: Context,
  issues: InputIssues,
  { associationId }: OrganizationEntity,
  publicId: string,
): Promise<UploadId | null> {
  const upload = await receivedUpload(context, publicId, 'DOCUMENT');
  if (upload?.associationId === associationId) return upload.id;
  blame(issues, 'uploadId', 'upload');
  return null;
}

async function rename(context: Context, tx: Tx, renaming: Renaming): Promise<void> {
  const { organization, legalName, legalNameEn, from, document, uploadId } = renaming;
  const { id, associationId } = organization;
  if (uploadId !== null && !(await keepUpload(context, tx, uploadId))) {
    const issues = new InputIssues(context.wording);
    blame(issues, 'uploadId', 'upload');
    issues.refuseIfAny();
  }
  await tx.insert(OrganizationFormerNameEntity, {
    id: newId(context.clock, context.random),
    organizationId: id,
    legalName: organization.legalName,
    legalNameEn: organization.legalNameEn,
    searchKey: organization.legalKey,
    untilOn: from,
    document,
    uploadId,
    recordedAt: context.clock.now(),
    ofMerged: false,
  });
  const now = { legalName, legalNameEn };
  await tx.update(OrganizationEntity, { id }, { ...now, legalKey: legalSearchKey(now) });
  await recordAudit(context, tx, {
    act: 'renameOrganization',
    subjectKind: 'Organization',
    subjectId: id,
    associationId,
    before: { legalName: organization.legalName, legalNameEn: organization.legalNameEn },
    after: { ...now, from, document, uploadId },
  });
}
