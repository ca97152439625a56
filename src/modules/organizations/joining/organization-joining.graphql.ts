import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import { ConnectionArgs, toConnection, type Connection } from '../../../platform/graphql/connection.ts';
import { mayOnOrganization } from '../organization.policy.ts';
import { rightsOn } from '../organization-rights.ts';
import { Organization } from '../organization.type.ts';
import { JoinRequestState } from './join-request-state.ts';
import type { JoinRequest } from './join-request.type.ts';
import { codeOf, domainsOf, joiningWaysOf } from './joining.rows.ts';
import { JoinRequestConnection, listJoinRequests } from './list-join-requests.ts';
import { OrganizationJoining } from './organization-joining.type.ts';

@Resolver(() => Organization)
export class OrganizationJoiningResolver {
  @FieldResolver(() => OrganizationJoining, {
    nullable: true,
    description: 'For whoever may manage its delegates; null for anybody else.',
  })
  async joining(
    @Root() { facts }: Organization,
    @Ctx() context: Context,
  ): Promise<OrganizationJoining | null> {
    const rights = await rightsOn(context, facts);
    if (!mayOnOrganization('MANAGE_DELEGATES', rights)) return null;
    const [ways, domains, code] = await Promise.all([
      context.load(joiningWaysOf, facts.id),
      context.load(domainsOf, facts.id),
      context.load(codeOf, facts.id),
    ]);
    const viewerCanVerifyDomains = mayOnOrganization('VERIFY_DOMAINS', rights);
    return new OrganizationJoining({ ...ways, domains, code, viewerCanVerifyDomains });
  }

  @FieldResolver(() => JoinRequestConnection, {
    nullable: true,
    description:
      'Who has asked to become a delegate, the newest first. For whoever decides; null for anybody else.',
  })
  async joinRequests(
    @Root() { facts }: Organization,
    @Ctx() context: Context,
    @Arg('states', () => [JoinRequestState], { nullable: true, description: 'Any state if left out.' })
    states: readonly JoinRequestState[] | null,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<JoinRequest> | null> {
    if (!mayOnOrganization('MANAGE_DELEGATES', await rightsOn(context, facts))) return null;
    return toConnection(JoinRequestConnection, await listJoinRequests(context, facts.id, states, args));
  }
}
