import type { JoinRequestId } from '../../../kernel/id.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { within } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { actOnOrganization } from '../act-on-organization.ts';
import { displayNameOf } from '../../people/index.ts';
import { nameOf } from '../name-of.ts';
import { tellPerson } from '../tell-person.ts';
import { refuseOver, requestFor } from './join-request-access.ts';
import { joinRequestWithdrawn } from './joining.mails.ts';
import { actingPrincipal } from './joining.notices.ts';

export interface WithdrawJoinRequest {
  readonly requestId: string;
  readonly idempotencyKey: string | undefined;
}

const withdraw = statement<{ readonly toldPersonId: string | null }>(
  'join-request-withdraw',
  `update join_request set ended_at = $2, ended_why = 'WITHDRAWN'
   where id = $1 and ended_at is null and expires_at >= $2 returning told_person_id as "toldPersonId"`,
);

/** Takes back one's own request. Whoever was written to about it, and would still decide, hears that it is gone. */
export async function withdrawJoinRequest(
  context: Context,
  { idempotencyKey: key, ...input }: WithdrawJoinRequest,
): Promise<{ readonly id: JoinRequestId }> {
  return actOnOrganization(
    context,
    asked => requestFor(asked, input.requestId, 'ASKER'),
    { operation: 'withdrawJoinRequest', key, input },
    async (tx, { request, organization }) => {
      const [withdrawn] = await within(tx, withdraw, [request.id, context.clock.now()]);
      if (!withdrawn) return refuseOver(context, tx, request, 'ASKER');
      const { toldPersonId } = withdrawn;
      if (toldPersonId !== null && toldPersonId === (await actingPrincipal(context, tx, organization.id)))
        await tellPerson(context, tx, {
          personId: toldPersonId,
          associationId: organization.associationId,
          letter: joinRequestWithdrawn,
          values: locale => ({ organization: nameOf(organization, locale), person: displayNameOf(request) }),
        });
      await recordAudit(context, tx, {
        act: 'withdrawJoinRequest',
        subjectKind: 'Organization',
        subjectId: organization.id,
        associationId: organization.associationId,
        after: { requestId: request.id, personId: request.personId },
      });
      return { id: request.id };
    },
  );
}
