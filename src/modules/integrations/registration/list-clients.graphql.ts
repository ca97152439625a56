import { Arg, Args, Ctx, Field, ID, InputType, Query, Resolver } from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import { ClientScope } from '../../../platform/graphql/client-scope.ts';
import {
  ConnectionArgs,
  connectionOf,
  toConnection,
  type Connection,
} from '../../../platform/graphql/connection.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { Client } from './client.type.ts';
import { listClients } from './list-clients.ts';

@InputType()
export class ClientFilter {
  @Field(() => ID)
  associationId!: string;
}

const ClientConnection = connectionOf('Client', () => Client);

@Resolver()
export class ClientsResolver {
  @Policy('STAFF', ClientScope.CLIENTS_MANAGE)
  @Query(() => ClientConnection, {
    description: 'The clients of an association, revoked ones included, the latest first. Role ADMIN there.',
  })
  async clients(
    @Ctx() context: Context,
    @Arg('filter', () => ClientFilter) filter: ClientFilter,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<Client>> {
    return toConnection(ClientConnection, await listClients(context, filter, args));
  }
}
