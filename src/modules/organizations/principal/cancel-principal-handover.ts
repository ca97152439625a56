import { fromPublicId } from '../../../kernel/id.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { within } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { refuse } from '../../../platform/problem.ts';
import { displayNameOf, personsOfActor } from '../../people/index.ts';
import { actOnOrganization } from '../act-on-organization.ts';
import { nameOf } from '../name-of.ts';
import type { OrganizationEntity } from '../organization.entity.ts';
import { organizationById } from '../organization.loaders.ts';
import { mayOnOrganization } from '../organization.policy.ts';
import { rightsOn } from '../organization-rights.ts';
import { tellPerson } from '../tell-person.ts';
import { handoverCancelled } from './principal-handover.mails.ts';
import { PrincipalHandoverNotFound } from './principal-handover.problems.ts';
import { principalHandoverById, type PrincipalHandoverFacts } from './principal-handover.rows.ts';

export interface CancelPrincipalHandover {
  readonly handoverId: string;
  readonly idempotencyKey: string | undefined;
}

interface Cancelled {
  readonly handover: PrincipalHandoverFacts;
  readonly organization: OrganizationEntity;
  readonly why: 'DECLINED' | 'WITHDRAWN';
  /** Withdrawn by staff, who are neither of the two. */
  readonly byAssociation: boolean;
}

const end = statement<{ readonly id: string }>(
  'principal-handover-cancel',
  `update principal_handover set ended_at = $2, ended_why = $3
   where id = $1 and ended_at is null and expires_at >= $2 returning id`,
);

/** Whoever ended it knows. */
const READERS = {
  DECLINED: ({ fromPersonId }) => [fromPersonId],
  WITHDRAWN: ({ toPersonId }) => [toPersonId],
  WITHDRAWN_BY_ASSOCIATION: ({ fromPersonId, toPersonId }) => [fromPersonId, toPersonId],
} satisfies Record<string, (handover: PrincipalHandoverFacts) => readonly string[]>;

/** Ends an offer: declined by the one who was to take over, withdrawn by the principal or the association's staff. */
export async function cancelPrincipalHandover(
  context: Context,
  { idempotencyKey: key, ...input }: CancelPrincipalHandover,
): Promise<{ readonly organizationId: string }> {
  return actOnOrganization(
    context,
    asked => judge(asked, input.handoverId),
    { operation: 'cancelPrincipalHandover', key, input },
    async (tx, { handover, organization, why, byAssociation }) => {
      const ended = await within(tx, end, [handover.id, context.clock.now(), why]);
      if (ended.length === 0) refuse(new PrincipalHandoverNotFound());
      const from = displayNameOf({ givenName: handover.fromGivenName, familyName: handover.fromFamilyName });
      const to = displayNameOf({ givenName: handover.toGivenName, familyName: handover.toFamilyName });
      const told = byAssociation ? ('WITHDRAWN_BY_ASSOCIATION' as const) : why;
      for (const personId of READERS[told](handover))
        await tellPerson(context, tx, {
          personId,
          associationId: organization.associationId,
          letter: handoverCancelled,
          values: locale => ({ organization: nameOf(organization, locale), from, to, why: told }),
        });
      await recordAudit(context, tx, {
        act: 'cancelPrincipalHandover',
        subjectKind: 'Organization',
        subjectId: organization.id,
        associationId: organization.associationId,
        after: { handoverId: handover.id, why, byAssociation },
      });
      return { organizationId: organization.id };
    },
  );
}

async function judge(context: Context, publicId: string): Promise<Cancelled> {
  const id = fromPublicId('PrincipalHandover', publicId);
  const handover = id && (await context.load(principalHandoverById, id));
  const organization = handover && (await context.load(organizationById, handover.organizationId));
  if (!handover || !organization) refuse(new PrincipalHandoverNotFound());
  const isOffered = (await personsOfActor(context)).some(person => person.id === handover.toPersonId);
  if (isOffered) return { handover, organization, why: 'DECLINED', byAssociation: false };
  const rights = await rightsOn(context, organization);
  const isGiver = mayOnOrganization('HAND_OVER', rights);
  if (!isGiver && !mayOnOrganization('MANAGE_DELEGATES', rights)) refuse(new PrincipalHandoverNotFound());
  return { handover, organization, why: 'WITHDRAWN', byAssociation: !isGiver };
}
