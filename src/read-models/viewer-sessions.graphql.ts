import { Args, Ctx, FieldResolver, Resolver } from 'type-graphql';
import { listSessions, OpenSession } from '../modules/accounts/index.ts';
import type { Context } from '../platform/context.ts';
import {
  connectionOf,
  ConnectionArgs,
  toConnection,
  type Connection,
} from '../platform/graphql/connection.ts';
import { Viewer } from './viewer.type.ts';

const OpenSessionConnection = connectionOf('OpenSession', () => OpenSession);

@Resolver(() => Viewer)
export class ViewerSessionsResolver {
  @FieldResolver(() => OpenSessionConnection, {
    description: 'Where the person is signed in, the last used first. `revokeSession` ends one.',
  })
  async sessions(
    @Ctx() context: Context,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<OpenSession>> {
    return toConnection(OpenSessionConnection, await listSessions(context, args));
  }
}
