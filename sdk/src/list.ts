import type { DirectoryOrder } from './generated/operations.ts';

/** One page of a list. */
export interface Page<Item> {
  readonly nodes: readonly Item[];
  readonly pageInfo: PageInfo;
  /** How many there are in all. */
  readonly totalCount: number;
}

export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

/** Forwards with `first` (≤ 100) and `after`, or backwards with `last` and `before`. */
export interface PageArguments {
  readonly first?: number;
  readonly after?: string | null;
  readonly last?: number;
  readonly before?: string | null;
}

/**
 * A list that is read as it is used: all of it with `for await`, or page by page for a screen.
 *
 * @example
 * ```ts
 * for await (const membership of affilia.registrar.list({ associationId })) {
 *   console.log(membership.holderName);
 * }
 * ```
 */
export interface List<Item> extends AsyncIterable<Item> {
  page(page?: PageArguments, signal?: AbortSignal): Promise<Page<Item>>;
}

/** What a list of staff is sorted by: names, unless said otherwise. */
export interface Sorted {
  readonly order?: DirectoryOrder;
}

/** The page of a list that is nobody's. */
export const NOTHING: Page<never> = {
  nodes: [],
  pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
  totalCount: 0,
};

type ReadPage<Item> = (page: PageArguments, signal: AbortSignal | undefined) => Promise<Page<Item>>;

/** The most that the service gives at once. */
const WHOLE_PAGE = 100;

export function listOf<Item>(read: ReadPage<Item>, signal: AbortSignal | undefined): List<Item> {
  return {
    page: (page = {}, ownSignal = signal) => read(page, ownSignal),
    async *[Symbol.asyncIterator]() {
      let after: string | null = null;
      do {
        const { nodes, pageInfo }: Page<Item> = await read({ first: WHOLE_PAGE, after }, signal);
        yield* nodes;
        after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
      } while (after !== null);
    },
  };
}
