import { Arg, Args, Ctx, Field, ID, InputType, Query, Resolver } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import {
  ConnectionArgs,
  connectionOf,
  toConnection,
  type Connection,
} from '../../platform/graphql/connection.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { InvitationOrder, InvitationState } from './invitation.enums.ts';
import { Invitation } from './invitation.type.ts';
import { listInvitations } from './list-invitations.ts';

@InputType()
export class InvitationFilter {
  @Field(() => ID)
  associationId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Only those to this organization. The principal delegate names theirs.',
  })
  organizationId?: string | null;

  @Field(() => [InvitationState], { nullable: true, description: 'Any state if left out.' })
  states?: InvitationState[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Part of an address or of a name, whatever case and, in names, accents; at most 100 characters.',
  })
  search?: string | null;
}

export const InvitationConnection = connectionOf('Invitation', () => Invitation);

@Resolver()
export class InvitationsResolver {
  @Policy('SIGNED_IN')
  @Query(() => InvitationConnection, {
    description:
      'For staff with role ADMIN or MEMBERSHIP of the association; the principal delegate reads those of their organization.',
  })
  async invitations(
    @Ctx() context: Context,
    @Arg('filter', () => InvitationFilter) filter: InvitationFilter,
    @Arg('order', () => InvitationOrder, { defaultValue: InvitationOrder.ISSUED_AT_DESC })
    order: InvitationOrder,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<Invitation>> {
    return toConnection(InvitationConnection, await listInvitations(context, filter, order, args));
  }
}
