import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { Context } from '../../platform/context.ts';
import { InputIssues } from '../../platform/graphql/input-issues.ts';
import { actOnOrganization } from './act-on-organization.ts';
import { organizationSearchKeys } from './add-organization.ts';
import { fillMainOnes } from './coordinates/fill-main-ones.ts';
import { ruleFor } from './organization-for.ts';
import { OrganizationEntity } from './organization.entity.ts';
import {
  mainOnesOf,
  readOrganizationProfile,
  type OrganizationProfile,
  type TypedOrganizationProfile,
} from './organization-profile.ts';

export interface UpdateOrganizationProfile extends TypedOrganizationProfile {
  readonly organizationId: string;
}

interface Wanted {
  readonly organization: OrganizationEntity;
  readonly profile: OrganizationProfile;
}

/** Changes what an organization shows of itself. One that is absent and one that is not yours are the same answer. */
export async function updateOrganizationProfile(
  context: Context,
  input: UpdateOrganizationProfile,
): Promise<OrganizationEntity> {
  const mayUpdate = ruleFor(input.organizationId, 'UPDATE_PROFILE');
  const act = { operation: 'updateOrganizationProfile', key: undefined, input };
  const judge = async (asked: Context): Promise<Wanted> => {
    const { organization } = await mayUpdate(asked);
    const issues = new InputIssues(asked.wording);
    const profile = readOrganizationProfile(input, issues);
    issues.refuseIfAny();
    return { organization, profile };
  };

  return actOnOrganization(context, judge, act, async (tx, { organization, profile }) => {
    const { id } = organization;
    await tx.update(OrganizationEntity, { id }, { ...profile, ...organizationSearchKeys(profile) });
    // Of what was cleared the next one takes the place.
    await fillMainOnes(tx, [id]);
    const changed = await tx.findOneByOrFail(OrganizationEntity, { id });
    await recordAudit(context, tx, {
      act: 'updateOrganizationProfile',
      subjectKind: 'Organization',
      subjectId: id,
      associationId: organization.associationId,
      before: profileOf(organization),
      after: profileOf(changed),
    });
    return changed;
  });
}

const profileOf = (row: OrganizationEntity): OrganizationProfile => ({
  publicNameFr: row.publicNameFr,
  publicNameEn: row.publicNameEn,
  ...mainOnesOf(row),
});
