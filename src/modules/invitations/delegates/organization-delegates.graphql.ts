import { Args, Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import { ConnectionArgs, toConnection, type Connection } from '../../../platform/graphql/connection.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { Organization, type DelegateRoom } from '../../organizations/index.ts';
import { InvitationConnection } from '../list-invitations.graphql.ts';
import type { Invitation } from '../invitation.type.ts';
import { listUnanswered, mayListInvitations } from '../list-invitations.ts';
import { delegateRoomOf } from './delegate-room.ts';

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'How many people may act for an organization at once.' })
export class DelegateLimit {
  @Field(() => Int, {
    nullable: true,
    description: 'Set by the class of its membership today; null where that sets none.',
  })
  readonly limit: number | null;

  @Field(() => Int, {
    description:
      'How many do, whatever their roles, together with those who are invited to. Hand-overs and appointments may lead beyond the limit.',
  })
  readonly used: number;

  constructor({ limit, personIds }: DelegateRoom) {
    this.limit = limit;
    this.used = personIds.length;
  }
}

@Resolver(() => Organization)
export class OrganizationDelegatesResolver {
  @FieldResolver(() => DelegateLimit, {
    nullable: true,
    description: 'For its principal delegate and staff who read invitations; null for anybody else.',
  })
  async delegateLimit(
    @Root() { facts }: Organization,
    @Ctx() context: Context,
  ): Promise<DelegateLimit | null> {
    if (!(await mayListInvitations(context, facts.associationId, facts.id))) return null;
    return new DelegateLimit(await context.load(delegateRoomOf, facts.id));
  }

  @FieldResolver(() => InvitationConnection, {
    nullable: true,
    description:
      'Invitations to it that nobody has answered, expired ones included because they can be sent again; the latest first. For its principal delegate and staff who read invitations; null for anybody else.',
  })
  async pendingInvitations(
    @Root() { facts }: Organization,
    @Ctx() context: Context,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<Invitation> | null> {
    const { associationId, id } = facts;
    if (!(await mayListInvitations(context, associationId, id))) return null;
    return toConnection(InvitationConnection, await listUnanswered(context, id, args));
  }
}
