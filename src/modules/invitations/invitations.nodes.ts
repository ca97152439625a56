import type { InvitationId } from '../../kernel/id.ts';
import { nodeSource, type NodeSources } from '../../platform/graphql/node.ts';
import { mayAsStaff } from '../associations/index.ts';
import { findInvitation } from './find-invitation.ts';
import { Invitation } from './invitation.type.ts';
import { isPrincipalOf } from './list-invitations.ts';

export const invitationsNodes: NodeSources = [
  nodeSource('Invitation', async (context, uuid) => {
    const found = await findInvitation(context, uuid as InvitationId);
    if (!found) return null;

    const { associationId, organizationId } = found.row;
    const visible =
      (await mayAsStaff(context, 'READ_INVITATIONS', associationId)) ||
      (organizationId !== null && (await isPrincipalOf(context, associationId, organizationId)));
    return visible ? new Invitation(found.row) : null;
  }),
];
