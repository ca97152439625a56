import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { fromPublicId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import {
  connectionOf,
  ConnectionArgs,
  toConnection,
  type Connection,
} from '../../platform/graphql/connection.ts';
import { Unauthenticated } from '../../platform/graphql/faults.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { Association } from './association.type.ts';
import { associationInReach } from './find-association.ts';
import { listAssociations, listSections } from './list-associations.ts';
import { Section } from './section.type.ts';

const AssociationConnection = connectionOf<Association>('Association', () => Association);
const SectionConnection = connectionOf<Section>('Section', () => Section);

@Resolver()
export class AssociationsResolver {
  @Policy('CLIENT')
  @Query(() => AssociationConnection, { description: "The bodies of the calling client's tree, by code." })
  async associations(
    @Ctx() context: Context,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<Association>> {
    if (!context.client) throw new Unauthenticated('CLIENT_MISSING');
    return toConnection(AssociationConnection, await listAssociations(context, context.client.rootId, args));
  }

  @Policy('CLIENT')
  @Query(() => SectionConnection, {
    description: "The sections of an association of the calling client's tree, by code; empty for any other.",
  })
  async sections(
    @Ctx() context: Context,
    @Arg('associationId', () => ID) associationId: string,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<Section>> {
    const id = fromPublicId('Association', associationId);
    const association = id && (await associationInReach(context, id));
    return toConnection(SectionConnection, await listSections(context, association, args));
  }
}
