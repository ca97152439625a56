import { Arg, Args, Ctx, Field, FieldResolver, InputType, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import { ConnectionArgs, toConnection, type Connection } from '../../../platform/graphql/connection.ts';
import { Association, mayAsStaff } from '../../associations/index.ts';
import { Membership } from '../membership.type.ts';
import {
  listTransfersOfBody,
  listTransfersOfMembership,
  MembershipTransferConnection,
} from './list-transfers.ts';
import type { MembershipTransfer } from './membership-transfer.type.ts';
import { TRANSFER_SIDES, TRANSFER_STATES, type TransferSide, type TransferState } from './transfer-words.ts';

@InputType({ description: 'Which transfers: those of which all that is said is true.' })
export class MembershipTransferFilter {
  @Field(() => TRANSFER_SIDES, { description: 'Those to the body, or those from it.' })
  side!: TransferSide;

  @Field(() => [TRANSFER_STATES], { nullable: true, description: 'Any state if left out.' })
  states?: TransferState[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those that wait although the time to answer is over.',
  })
  overdue?: boolean | null;
}

@Resolver(() => Membership)
export class MembershipTransfersResolver {
  @FieldResolver(() => MembershipTransferConnection, {
    description: 'By which it was left or entered, or somebody wants it to be, the newest first.',
  })
  async transfers(
    @Root() { facts }: Membership,
    @Ctx() context: Context,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<MembershipTransfer>> {
    return toConnection(
      MembershipTransferConnection,
      await listTransfersOfMembership(context, facts.id, args),
    );
  }
}

@Resolver(() => Association)
export class AssociationTransfersResolver {
  @FieldResolver(() => MembershipTransferConnection, {
    nullable: true,
    description:
      'Who comes from other bodies of the tree or leaves to them, the newest first. For its staff; null for anybody else.',
  })
  async membershipTransfers(
    @Root() { row }: Association,
    @Ctx() context: Context,
    @Arg('filter', () => MembershipTransferFilter, { defaultValue: { side: 'RECEIVING' } })
    filter: MembershipTransferFilter,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<MembershipTransfer> | null> {
    if (!(await mayAsStaff(context, 'READ_RECORDS', row.id))) return null;
    const { side, states = null, overdue } = filter;
    return toConnection(
      MembershipTransferConnection,
      await listTransfersOfBody(context, row.id, { side, states, overdue: overdue ?? false }, args),
    );
  }
}
