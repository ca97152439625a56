import { Arg, Ctx, Field, ID, InterfaceType, Query, Resolver } from 'type-graphql';
import { readPublicId, toPublicId, type IdKind, type PublicId } from '../../kernel/id.ts';
import type { Context } from '../context.ts';
import { Policy } from './policy.ts';

/** Whatever has an id of its own. A view extends it and bears the name of its GraphQL type. */
@InterfaceType('Node', {
  description: 'Something that can be fetched again by its id.',
  resolveType: (view: object) => view.constructor.name,
})
export abstract class Node {
  // Written when somebody asks for it: a list of which nobody wants the ids spends nothing on them.
  readonly #named: PublicId;

  constructor(named: PublicId) {
    this.#named = named;
  }

  @Field(() => ID, { description: 'Opaque and stable.' })
  get id(): string {
    return toPublicId(this.#named.kind, this.#named.id);
  }
}

/** How the records of one kind are found: null for absent and for not the caller's, which are the same answer. */
export interface NodeSource {
  readonly kind: IdKind;
  readonly find: (context: Context, uuid: string) => Promise<object | null>;
}

export const nodeSource = (kind: IdKind, find: NodeSource['find']): NodeSource => ({ kind, find });

export type NodeSources = readonly NodeSource[];

/** The resolver of `node`, over the sources of every room. */
export function createNodeResolver(sources: NodeSources): Function {
  const sourceOf = new Map(sources.map(source => [source.kind, source]));

  @Resolver()
  class NodeResolver {
    @Policy('CLIENT')
    @Query(() => Node, { nullable: true, description: 'Anything by its id; null when absent or not yours.' })
    async node(@Arg('id', () => ID) publicId: string, @Ctx() context: Context): Promise<object | null> {
      const named = readPublicId(publicId);
      return (named && (await sourceOf.get(named.kind)?.find(context, named.id))) ?? null;
    }
  }
  return NodeResolver;
}
