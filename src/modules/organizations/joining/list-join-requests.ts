import type { Context } from '../../../platform/context.ts';
import { connectionOf, type ConnectionArgs, type Page } from '../../../platform/graphql/connection.ts';
import { readWalk, walkByInstant } from '../../../platform/graphql/instant-walk.ts';
import { readOwnedWalk, walkOfEach } from '../../../platform/graphql/owned-walk.ts';
import { clientOf } from '../../accounts/index.ts';
import { personsOfActor } from '../../people/index.ts';
import { requestStateInSql, type JoinRequestState } from './join-request-state.ts';
import { REQUEST_COLUMNS, REQUEST_SOURCE, type JoinRequestFacts } from './join-request.rows.ts';
import { JoinRequest } from './join-request.type.ts';

export const JoinRequestConnection = connectionOf<JoinRequest>('JoinRequest', () => JoinRequest);

const ORDER = { columns: REQUEST_COLUMNS, instant: 'r.asked_at', id: 'r.id' };

export const ofOrganizations = walkOfEach<JoinRequestFacts>('join-requests-of-organizations', {
  ...ORDER,
  from: organization => `from ${REQUEST_SOURCE}
    where r.organization_id = ${organization} and ($2::text[] is null or ${requestStateInSql('$3')} = any ($2))`,
  values: 2,
});
export const ofPersons = walkByInstant<JoinRequestFacts>('join-requests-of-persons', {
  ...ORDER,
  from: `from ${REQUEST_SOURCE} where r.person_id = any ($1::uuid[])
    and exists (select from association a where a.id = o.association_id and a.root_id = $2)`,
  values: 2,
});

/** The requests to an organization, the newest first, for whoever may decide them: ask before. */
export const listJoinRequests = (
  context: Context,
  organizationId: string,
  states: readonly JoinRequestState[] | null,
  args: ConnectionArgs,
): Promise<Page<JoinRequest>> =>
  readOwnedWalk(
    context,
    ofOrganizations,
    organizationId,
    [states?.length ? states : null],
    args,
    row => new JoinRequest(row),
  );

/** What the signed-in account has asked for in the calling client's tree, the newest first. */
export async function listOwnJoinRequests(
  context: Context,
  args: ConnectionArgs,
): Promise<Page<JoinRequest>> {
  const persons = await personsOfActor(context);
  const whose = [persons.map(({ id }) => id), clientOf(context).rootId];
  return readWalk(context, ofPersons, whose, args, row => new JoinRequest(row));
}
