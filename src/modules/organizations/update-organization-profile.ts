import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { Context } from '../../platform/context.ts';
import { InputIssues } from '../../platform/graphql/input-issues.ts';
import { organizationSearchKeys } from './add-organization.ts';
import { organizationFor } from './organization-for.ts';
import { OrganizationEntity } from './organization.entity.ts';
import {
  readOrganizationProfile,
  type OrganizationProfile,
  type TypedOrganizationProfile,
} from './organization-profile.ts';

export interface UpdateOrganizationProfile extends TypedOrganizationProfile {
  readonly organizationId: string;
}

/** Changes what an organization shows of itself. One that is absent and one that is not yours are the same answer. */
export async function updateOrganizationProfile(
  context: Context,
  input: UpdateOrganizationProfile,
): Promise<OrganizationEntity> {
  const known = await organizationFor(context, input.organizationId, 'UPDATE_PROFILE');

  const issues = new InputIssues(context.wording);
  const profile = readOrganizationProfile(input, issues);
  issues.refuseIfAny();

  return context.db.transaction(async tx => {
    const organization = await tx.findOneOrFail(OrganizationEntity, {
      where: { id: known.id },
      lock: { mode: 'pessimistic_write' },
    });
    const before = profileOf(organization);
    const changes = { ...profile, ...organizationSearchKeys(profile) };
    await tx.update(OrganizationEntity, { id: organization.id }, changes);
    await recordAudit(context, tx, {
      act: 'updateOrganizationProfile',
      subjectKind: 'Organization',
      subjectId: organization.id,
      associationId: organization.associationId,
      before,
      after: profile,
    });
    return Object.assign(organization, changes);
  });
}

const profileOf = (row: OrganizationEntity): OrganizationProfile => ({
  publicNameFr: row.publicNameFr,
  publicNameEn: row.publicNameEn,
  email: row.email,
  phone: row.phone,
  phoneExtension: row.phoneExtension,
  website: row.website,
  street: row.street,
  street2: row.street2,
  city: row.city,
  province: row.province,
  postalCode: row.postalCode,
  country: row.country,
});
