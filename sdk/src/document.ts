/**
 * An operation with the types of its variables and its data. The SDK's own are generated; those that a site
 * generates with `documentMode: string` fit as they are.
 */
export type TypedDocument<Data, Variables> = (GeneratedDocument | { toString(): string }) & {
  readonly __apiType?: ((variables: Variables) => Data) | undefined;
};

interface GeneratedDocument {
  /**
   * The operation and the fragments that it needs: joined, exactly what is sent, and what `documents.json` has under its
   * digest.
   */
  readonly query: readonly string[];
  /** The problems that this version has a type for and `query` does not name, with blanks between. */
  readonly problems?: string;
}

/** What a document of the SDK has, and one that a site generated has not. */
const partsOf = (document: TypedDocument<unknown, never>) => document as Partial<GeneratedDocument>;

export const textOf = (document: TypedDocument<unknown, never>): string =>
  partsOf(document).query?.join('') ?? (document as { toString(): string }).toString();

/** Whether this version has a type for a problem, and asks for all that it says. */
export function knows(document: TypedDocument<unknown, never>, problem: string): boolean {
  const { query = [], problems = '' } = partsOf(document);
  return query.some(part => part.includes(`on ${problem}{`)) || problems.split(' ').includes(problem);
}
