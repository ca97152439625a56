import { fromPublicId } from '../../../kernel/id.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { refuse } from '../../../platform/problem.ts';
import { associationById, type AssociationEntity } from '../../associations/index.ts';
import { personsOfActor } from '../../people/index.ts';
import { actOnOrganization } from '../act-on-organization.ts';
import { askForApproval } from './ask-for-approval.ts';
import { partiesOf, passOn, type Handover } from './pass-on.ts';
import { PrincipalHandoverNotFound } from './principal-handover.problems.ts';
import { principalHandoverById } from './principal-handover.rows.ts';

export interface AcceptPrincipalHandover {
  readonly handoverId: string;
  readonly idempotencyKey: string | undefined;
}

export interface AcceptedHandover {
  readonly organizationId: string;
  /** Nothing has changed yet: the association approves first. */
  readonly awaitingApproval: boolean;
}

interface Accepting extends Handover {
  readonly association: AssociationEntity;
}

/** Takes over as principal, at once or when the association has approved: that is its policy to say. */
export async function acceptPrincipalHandover(
  context: Context,
  { idempotencyKey: key, ...input }: AcceptPrincipalHandover,
): Promise<AcceptedHandover> {
  return actOnOrganization(
    context,
    asked => judge(asked, input.handoverId),
    { operation: 'acceptPrincipalHandover', key, input },
    async (tx, accepting) => {
      const { handover, organization, association } = accepting;
      const awaitingApproval = association.handoverApproval === 'ASSOCIATION';
      if (awaitingApproval) await askForApproval(context, tx, accepting);
      else await passOn(context, tx, accepting, { approved: false });
      const principal = awaitingApproval ? handover.fromPersonId : handover.toPersonId;
      await recordAudit(context, tx, {
        act: 'acceptPrincipalHandover',
        subjectKind: 'Organization',
        subjectId: organization.id,
        associationId: organization.associationId,
        before: { principalPersonId: handover.fromPersonId },
        after: { handoverId: handover.id, principalPersonId: principal, awaitingApproval },
      });
      return { organizationId: organization.id, awaitingApproval };
    },
  );
}

async function judge(context: Context, publicId: string): Promise<Accepting> {
  const id = fromPublicId('PrincipalHandover', publicId);
  const handover = id && (await context.load(principalHandoverById, id));
  if (!handover || handover.acceptedAt !== null) refuse(new PrincipalHandoverNotFound());
  const own = (await personsOfActor(context)).some(person => person.id === handover.toPersonId);
  if (!own) refuse(new PrincipalHandoverNotFound());
  const parties = await partiesOf(context, handover);
  const association = await context.load(associationById, parties.organization.associationId);
  if (association === null) throw new Error('an organization names an association that is gone');
  return { ...parties, association };
}
