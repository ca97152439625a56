/**
 * An operation with the types of its variables and its data. The SDK's own are generated; those that a site
 * generates with `documentMode: string` fit as they are.
 */
export type TypedDocument<Data, Variables> = (GeneratedDocument | { toString(): string }) & {
  readonly __apiType?: ((variables: Variables) => Data) | undefined;
};

interface GeneratedDocument {
  /** Exactly what is sent; `documents.json` has it under its digest. */
  readonly query: string;
  /** The problems that this version has a type for, with blanks between. */
  readonly problems?: string;
}

const isGenerated = (document: object): document is GeneratedDocument => 'query' in document;

export const textOf = (document: TypedDocument<unknown, never>): string =>
  typeof document === 'object' && isGenerated(document) ? document.query : document.toString();

export const knownProblems = (document: TypedDocument<unknown, never>): readonly string[] =>
  typeof document === 'object' && isGenerated(document) ? (document.problems?.split(' ') ?? []) : [];
