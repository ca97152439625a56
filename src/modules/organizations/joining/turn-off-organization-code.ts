import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { within } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { actOnOrganization } from '../act-on-organization.ts';
import { ruleFor } from '../organization-for.ts';

const turnOff = statement<{ readonly id: string }>(
  'organization-code-turn-off',
  `update organization_code set ended_at = $2, ended_why = 'TURNED_OFF'
   where organization_id = $1 and ended_at is null returning id`,
);

/** From now on nobody joins by a code. Where there is none, nothing changes. */
export async function turnOffOrganizationCode(
  context: Context,
  input: { readonly organizationId: string },
): Promise<void> {
  const rule = ruleFor(input.organizationId, 'MANAGE_DELEGATES');
  const act = { operation: 'turnOffOrganizationCode', key: undefined, input };
  await actOnOrganization(context, rule, act, async (tx, { organization }) => {
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
