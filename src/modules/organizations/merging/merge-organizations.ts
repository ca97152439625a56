import type { Context } from '../../../platform/context.ts';
import { onceAfter } from '../../../platform/database/idempotency.ts';
import { judgeAssociations, mergeRecords, readReason, type Judged, type Names } from '../../people/index.ts';
import { organizationFor } from '../organization-for.ts';
import type { OrganizationEntity } from '../organization.entity.ts';
import { OrganizationNotFound } from '../organization.problems.ts';
import type { OrganizationPart } from './organization-part.ts';

export interface MergeOrganizations {
  readonly keptOrganizationId: string;
  readonly otherOrganizationId: string;
  readonly take: readonly OrganizationPart[];
  readonly reason: string;
  readonly idempotencyKey: string | undefined;
}

/** Makes two records of one organization one, or prepares it. Answers the merge. */
export const mergeOrganizations = (
  context: Context,
  { idempotencyKey: key, ...input }: MergeOrganizations,
): Promise<{ readonly mergeId: string }> =>
  onceAfter(
    context,
    () => judge(context, input),
    { operation: 'mergeOrganizations', key, input },
    (tx, judged) => mergeRecords(context, tx, 'mergeOrganizations', judged),
  );

async function judge(
  context: Context,
  { keptOrganizationId, otherOrganizationId, take, reason }: Omit<MergeOrganizations, 'idempotencyKey'>,
): Promise<Judged> {
  const kept = await organizationFor(context, keptOrganizationId, 'MERGE');
  const other = await organizationFor(context, otherOrganizationId, 'MERGE');
  const same = { field: 'otherOrganizationId', isSame: kept.id === other.id };
  const read = readReason(context, reason, same);
  judgeAssociations(context, 'otherOrganizationId', kept.associationId === other.associationId);
  const names = ({ publicNameFr, publicNameEn }: OrganizationEntity): Names => ({
    fr: publicNameFr,
    en: publicNameEn,
  });
  return {
    kind: 'ORGANIZATION',
    kept: kept.id,
    other: other.id,
    associationId: kept.associationId,
    names: { kept: names(kept), other: names(other) },
    taken: take,
    reason: read,
    notFound: () => new OrganizationNotFound(),
  };
}
