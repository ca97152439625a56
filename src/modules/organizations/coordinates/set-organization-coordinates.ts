import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { holdOrganization } from '../hold-organization.ts';
import { organizationFor } from '../organization-for.ts';
import { putCoordinates, readCoordinatesWithin } from './coordinates.rows.ts';
import { readCoordinates, type TypedCoordinates } from './coordinates.ts';

export interface SetOrganizationCoordinates extends TypedCoordinates {
  readonly organizationId: string;
}

/** Changes by what else than its profile says an organization can be reached. */
export async function setOrganizationCoordinates(
  context: Context,
  { organizationId, ...typed }: SetOrganizationCoordinates,
): Promise<void> {
  const { id, associationId } = await organizationFor(context, organizationId, 'UPDATE_PROFILE');
  const issues = new InputIssues(context.wording);
  const wanted = readCoordinates(typed, issues);
  issues.refuseIfAny();

  await context.db.transaction(async tx => {
    // Else two who replace a list at once would both add theirs.
    await holdOrganization(tx, id);
    const before = await readCoordinatesWithin(tx, id);
    await putCoordinates(context, tx, id, wanted);
    await recordAudit(context, tx, {
      act: 'setOrganizationCoordinates',
      subjectKind: 'Organization',
      subjectId: id,
      associationId,
      before,
      after: await readCoordinatesWithin(tx, id),
    });
  });
}
