import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { within } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { holdOrganization } from '../hold-organization.ts';
import { organizationFor } from '../organization-for.ts';

const turnOff = statement<{ readonly id: string }>(
  'organization-code-turn-off',
  `update organization_code set ended_at = $2, ended_why = 'TURNED_OFF'
   where organization_id = $1 and ended_at is null returning id`,
);

/** From now on nobody joins by a code. Where there is none, nothing changes. */
export async function turnOffOrganizationCode(
  context: Context,
  { organizationId }: { readonly organizationId: string },
): Promise<void> {
  const organization = await organizationFor(context, organizationId, 'MANAGE_DELEGATES');
  await context.db.transaction(async tx => {
    await holdOrganization(tx, organization.id);
    const [ended] = await within(tx, turnOff, [organization.id, context.clock.now()]);
    if (!ended) return;
    await recordAudit(context, tx, {
      act: 'turnOffOrganizationCode',
      subjectKind: 'Organization',
      subjectId: organization.id,
      associationId: organization.associationId,
      before: { codeId: ended.id },
    });
  });
}
