import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { Unauthenticated } from '../../platform/graphql/faults.ts';
import { associationById, childrenOf } from './association.loaders.ts';
import { Association, associationView } from './association.type.ts';
import { associationByCode, associationInReach } from './find-association.ts';
import { Realm } from './realm.type.ts';

@Resolver(() => Association)
export class AssociationResolver {
  @Policy('CLIENT')
  @Query(() => Realm, { description: 'What a site needs to know before anybody signs in.' })
  async realm(@Ctx() context: Context): Promise<Realm> {
    const association = context.client && (await context.load(associationById, context.client.associationId));
    if (!association) throw new Unauthenticated('CLIENT_MISSING');
    return new Realm(context, association);
  }

  @Policy('CLIENT')
  @Query(() => Association, {
    nullable: true,
    description: "An association of the calling client's tree by its code; null for any other.",
  })
  async association(
    @Ctx() context: Context,
    @Arg('code', () => String, { description: 'E.g. `aqpm`.' }) code: string,
  ): Promise<Association | null> {
    const row = await associationByCode(context, code);
    return row && associationView(row);
  }

  @FieldResolver(() => Association, { nullable: true, description: 'The body directly above it.' })
  async parent(@Root() { row }: Association, @Ctx() context: Context): Promise<Association | null> {
    if (row.parentId === null) return null;
    const parent = await associationInReach(context, row.parentId);
    return parent && associationView(parent);
  }

  @FieldResolver(() => [Association], { description: 'The bodies directly below it, by code.' })
  async children(@Root() { row }: Association, @Ctx() context: Context): Promise<readonly Association[]> {
    if (row.rootId !== context.client?.rootId) return [];
    return (await context.load(childrenOf, row.id)).map(associationView);
  }
}
