import type { Context } from '../../platform/context.ts';
import { NextStep, NextStepKind } from '../../platform/graphql/next-step.ts';
import { associationById, supportOf, type AssociationEntity } from '../associations/index.ts';
import { InvitationTargetKind } from './invitation.enums.ts';
import type { InvitationEntity } from './invitation.entity.ts';
import { toPublicId } from '../../kernel/id.ts';

export const contactSupport = (
  { wording }: Pick<Context, 'wording'>,
  association: AssociationEntity,
): NextStep => new NextStep(NextStepKind.CONTACT_SUPPORT, { support: supportOf(association, wording) });

/** For secrets that lead nowhere: the calling client's own association helps. */
export async function contactSupportOfClient(context: Context): Promise<NextStep> {
  const association = context.client && (await context.load(associationById, context.client.associationId));
  if (!association) throw new Error('only a client can come this far');
  return contactSupport(context, association);
}

/** Where somebody goes who had an account before. */
export function afterAcceptance({ targetKind, organizationId }: InvitationEntity): NextStep {
  switch (targetKind) {
    case InvitationTargetKind.DELEGATION:
      return new NextStep(
        NextStepKind.VIEW_ORGANIZATION,
        organizationId === null ? {} : { organizationId: toPublicId('Organization', organizationId) },
      );
    case InvitationTargetKind.MEMBERSHIP:
      return new NextStep(NextStepKind.VIEW_MEMBERSHIP);
    case InvitationTargetKind.PERSON:
    case InvitationTargetKind.STAFF_ROLE:
      return new NextStep(NextStepKind.DONE);
  }
}
