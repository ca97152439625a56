import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { within } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { refuse } from '../../../platform/problem.ts';
import { actOnOrganization } from '../act-on-organization.ts';
import { nameOf } from '../name-of.ts';
import { ruleFor } from '../organization-for.ts';
import { tellPerson } from '../tell-person.ts';
import { endFallenOffers } from './end-fallen-offers.ts';
import { principalReinstated } from './principal.mails.ts';
import { PrincipalNotSuspended } from './principal.problems.ts';

export interface ReinstatePrincipal {
  readonly organizationId: string;
  readonly idempotencyKey: string | undefined;
}

const reinstate = statement<{ readonly personId: string }>(
  'principal-reinstate',
  `update delegation set suspended_at = null
   where organization_id = $1 and role = 'PRINCIPAL' and suspended_at is not null
     and from_at <= $2 and (to_at is null or to_at > $2)
   returning person_id as "personId"`,
);

/** Gives the principal of record their rights back: an appointment was a mistake, or the matter is settled. */
export async function reinstatePrincipal(
  context: Context,
  { idempotencyKey: key, ...input }: ReinstatePrincipal,
): Promise<void> {
  await actOnOrganization(
    context,
    ruleFor(input.organizationId, 'APPOINT_PRINCIPAL'),
    { operation: 'reinstatePrincipal', key, input },
    async (tx, { organization }) => {
      await endFallenOffers(context, tx, [organization.id]);
      const [reinstated] = await within(tx, reinstate, [organization.id, context.clock.now()]);
      if (!reinstated) refuse(new PrincipalNotSuspended());
      const { personId } = reinstated;
      await tellPerson(context, tx, {
        personId,
        associationId: organization.associationId,
        letter: principalReinstated,
        values: locale => ({ organization: nameOf(organization, locale) }),
      });
      await recordAudit(context, tx, {
        act: 'reinstatePrincipal',
        subjectKind: 'Organization',
        subjectId: organization.id,
        associationId: organization.associationId,
        after: { principalPersonId: personId },
      });
    },
  );
}
