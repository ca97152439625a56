import { Args, Ctx, FieldResolver, Resolver } from 'type-graphql';
import {
  JoinRequestConnection,
  listOwnJoinRequests,
  type JoinRequest,
} from '../modules/organizations/index.ts';
import type { Context } from '../platform/context.ts';
import { ConnectionArgs, toConnection, type Connection } from '../platform/graphql/connection.ts';
import { Viewer } from './viewer.type.ts';

@Resolver(() => Viewer)
export class ViewerJoinRequestsResolver {
  @FieldResolver(() => JoinRequestConnection, {
    description: 'What the person asked organizations of this tree, the newest first.',
  })
  async joinRequests(
    @Ctx() context: Context,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<JoinRequest>> {
    return toConnection(JoinRequestConnection, await listOwnJoinRequests(context, args));
  }
}
