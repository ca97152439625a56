import { newId } from '../../../kernel/id.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { within } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { digest } from '../../../platform/secrets/digest.ts';
import { newTypedCode } from '../../../platform/secrets/typed-code.ts';
import { actOnOrganization } from '../act-on-organization.ts';
import { organizationFor } from '../organization-for.ts';
import { endOfLastDay, zoneOf } from './last-day.ts';
import { CODE_DAYS } from './organization-code.ts';

export interface RotateOrganizationCode {
  readonly organizationId: string;
  readonly idempotencyKey: string | undefined;
}

const replace = statement<{ readonly id: string }>(
  'organization-code-replace',
  `update organization_code set ended_at = $2, ended_why = 'REPLACED'
   where organization_id = $1 and ended_at is null returning id`,
);
const add = statement(
  'organization-code-add',
  `insert into organization_code (id, organization_id, digest, created_at, expires_at, uses)
   values ($1, $2, $3, $4, $5, 0)`,
);

/** Makes a code, or a new one in place of the present one, which works no longer. Answers it once: only its digest is kept. */
export async function rotateOrganizationCode(
  context: Context,
  { idempotencyKey: key, ...input }: RotateOrganizationCode,
): Promise<{ readonly code: string }> {
  const { clock, random } = context;
  return actOnOrganization(
    context,
    async asked => {
      const organization = await organizationFor(asked, input.organizationId, 'MANAGE_DELEGATES');
      return { organization, zone: await zoneOf(asked, organization) };
    },
    { operation: 'rotateOrganizationCode', key, input },
    async (tx, { organization, zone }) => {
      const now = clock.now();
      const [replaced] = await within(tx, replace, [organization.id, now]);
      const [id, code] = [newId(clock, random), newTypedCode(random)];
      const expiresAt = endOfLastDay(now, CODE_DAYS, zone);
      await within(tx, add, [id, organization.id, digest(code), now, expiresAt]);
      await recordAudit(context, tx, {
        act: 'rotateOrganizationCode',
        subjectKind: 'Organization',
        subjectId: organization.id,
        associationId: organization.associationId,
        before: { codeId: replaced?.id ?? null },
        after: { codeId: id, expiresAt },
      });
      return { code };
    },
  );
}
