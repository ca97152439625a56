import { ArgsType, Field, Int, ObjectType, type ClassType } from 'type-graphql';
import type { Lazy } from './lazy.ts';
import { Policy } from './policy.ts';

@ArgsType()
export class ConnectionArgs {
  @Field(() => Int, {
    nullable: true,
    description: 'How many to read forwards, at most 100; 20 if left out.',
  })
  readonly first?: number | null;

  @Field(() => String, { nullable: true, description: 'Goes on after this cursor.' })
  readonly after?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many to read backwards from the end, at most 100.' })
  readonly last?: number | null;

  @Field(() => String, { nullable: true, description: 'Goes back from this cursor.' })
  readonly before?: string | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'Where a page stands in its list.' })
export class PageInfo {
  @Field(() => Boolean)
  readonly hasNextPage: boolean;

  @Field(() => Boolean)
  readonly hasPreviousPage: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor of the first node; null on an empty page.',
  })
  readonly startCursor: string | null;

  @Field(() => String, { nullable: true, description: 'The cursor of the last node; null on an empty page.' })
  readonly endCursor: string | null;

  constructor(
    goesOn: { readonly after: boolean; readonly before: boolean },
    ends: { readonly start: string | null; readonly end: string | null },
  ) {
    this.hasNextPage = goesOn.after;
    this.hasPreviousPage = goesOn.before;
    this.startCursor = ends.start;
    this.endCursor = ends.end;
  }
}

interface Edge<T> {
  readonly cursor: string;
  readonly node: T;
}

/** What a list resolver found. */
export interface Page<T> {
  readonly nodes: readonly T[];
  /** The cursor of each node, in the same order; called only when somebody asks. */
  readonly cursors: () => readonly string[];
  readonly pageInfo: PageInfo;
  /** How many the whole list holds; a function is called only when somebody asks. */
  readonly totalCount: number | (() => Promise<number>);
}

export interface Connection<T> {
  readonly edges: Lazy<readonly Edge<T>[]>;
  readonly nodes: readonly T[];
  readonly pageInfo: PageInfo;
  readonly totalCount: Page<T>['totalCount'];
}

export type ConnectionType<T> = new (page: Page<T>) => Connection<T>;

/** Makes the types `<Name>Connection` and `<Name>Edge`, once per node type. */
export function connectionOf<T extends object>(
  name: string,
  node: () => ClassType<T> | Function,
): ConnectionType<T> {
  @Policy('HOLDER')
  @ObjectType(`${name}Edge`, { simpleResolvers: true })
  class NodeEdge implements Edge<T> {
    @Field(() => String, { description: 'Opaque; give it back as `after` or `before`.' })
    readonly cursor: string;

    @Field(node)
    readonly node: T;

    constructor(nodeItself: T, cursor: string) {
      this.node = nodeItself;
      this.cursor = cursor;
    }
  }

  @Policy('HOLDER')
  @ObjectType(`${name}Connection`, { simpleResolvers: true })
  class NodeConnection implements Connection<T> {
    @Field(() => [NodeEdge])
    readonly edges: Lazy<readonly NodeEdge[]>;

    @Field(() => [node()], { description: 'The nodes alone, for whoever needs no cursors.' })
    readonly nodes: readonly T[];

    @Field(() => PageInfo)
    readonly pageInfo: PageInfo;

    @Field(() => Int, { description: 'How many the whole list holds, not only this page.' })
    readonly totalCount: Page<T>['totalCount'];

    constructor({ nodes, cursors, pageInfo, totalCount }: Page<T>) {
      this.nodes = nodes;
      this.edges = () => {
        const written = cursors();
        return nodes.map((one, place) => new NodeEdge(one, written[place] ?? ''));
      };
      this.pageInfo = pageInfo;
      this.totalCount = totalCount;
    }
  }
  return NodeConnection;
}

export const toConnection = <T>(type: ConnectionType<T>, page: Page<T>): Connection<T> => new type(page);
