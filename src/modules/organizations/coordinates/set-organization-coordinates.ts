import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { actOnOrganization } from '../act-on-organization.ts';
import { ruleFor } from '../organization-for.ts';
import { OrganizationEntity } from '../organization.entity.ts';
import { mainOnesOf } from '../organization-profile.ts';
import { putCoordinates, readCoordinatesWithin } from './coordinates.rows.ts';
import { readCoordinates, type ChangedCoordinates, type TypedCoordinates } from './coordinates.ts';

export interface SetOrganizationCoordinates extends TypedCoordinates {
  readonly organizationId: string;
}

interface Wanted {
  readonly organization: OrganizationEntity;
  readonly wanted: ChangedCoordinates;
}

/** Changes by what else than its profile says an organization can be reached. Where its profile says nothing, the first does. */
export async function setOrganizationCoordinates(
  context: Context,
  input: SetOrganizationCoordinates,
): Promise<void> {
  const mayUpdate = ruleFor(input.organizationId, 'UPDATE_PROFILE');
  const act = { operation: 'setOrganizationCoordinates', key: undefined, input };
  const judge = async (asked: Context): Promise<Wanted> => {
    const { organization } = await mayUpdate(asked);
    const issues = new InputIssues(asked.wording);
    const wanted = readCoordinates(input, issues);
    issues.refuseIfAny();
    return { organization, wanted };
  };
  // Held, or two who replace a list at once would both add theirs.
  await actOnOrganization(context, judge, act, async (tx, { organization, wanted }) => {
    const { id, associationId } = organization;
    const before = await readCoordinatesWithin(tx, id);
    await putCoordinates(context, tx, id, wanted);
    await recordAudit(context, tx, {
      act: 'setOrganizationCoordinates',
      subjectKind: 'Organization',
      subjectId: id,
      associationId,
      before: { ...mainOnesOf(organization), ...before },
      after: {
        ...mainOnesOf(await tx.findOneByOrFail(OrganizationEntity, { id })),
        ...(await readCoordinatesWithin(tx, id)),
      },
    });
  });
}
