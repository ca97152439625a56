import { GraphQLError, Kind, OperationTypeNode, parse, visit, type DocumentNode } from 'graphql';
import { BadRequest, BadUserInput } from './faults.ts';
import { measureDocument } from './measure-document.ts';

/** What a document may ask for. Published in the README. */
export const DOCUMENT_LIMITS = {
  depth: 10,
  aliases: 15,
  directives: 8,
  tokens: 2_000,
  /** After fragments are spread, so that a short document cannot mean a long one. */
  fields: 1_000,
  /** Fields that stand more than once in the same place: validation compares each with each. */
  repeats: 100,
  mutations: 5,
  listItems: 250,
} as const;

/** Of brackets of every kind: the programs that walk a document need a stack as high. */
const DEEPEST_NESTING = 120;

/** Texts that passed are remembered: a site sends the same few documents again and again. */
const REMEMBERED_DOCUMENTS = 1_000;
const LONGEST_REMEMBERED = 16_000;

/**
 * Judges documents by their text alone, before validation: validating a hostile document is already costly.
 * `alone` names the mutations that must be the only one of their request.
 */
export function createDocumentLimits(alone: readonly string[]): (source: string) => void {
  const passed = new Set<string>();
  return source => {
    if (passed.has(source)) return;
    judgeDocument(read(source), alone);
    if (source.length > LONGEST_REMEMBERED) return;
    if (passed.size >= REMEMBERED_DOCUMENTS) passed.clear();
    passed.add(source);
  };
}

function read(source: string): DocumentNode {
  try {
    return parse(source, { maxLexicalTokens: DOCUMENT_LIMITS.tokens });
  } catch (error) {
    // graphql-js quotes the text in its sentence, so only the place is passed on.
    if (error instanceof RangeError) throw exceeds('depth');
    if (!(error instanceof GraphQLError)) throw error;
    if (error.message.startsWith('Syntax Error: Document contains more')) throw exceeds('tokens');
    const { line = 1, column = 1 } = error.locations?.[0] ?? {};
    throw new BadRequest('DOCUMENT', { line, column });
  }
}

function judgeDocument(document: DocumentNode, alone: readonly string[]): void {
  const counted = { aliases: 0, directives: 0, listItems: 0 };
  visit(document, {
    enter(node, _key, _parent, path) {
      if (path.length > DEEPEST_NESTING) throw exceeds('depth');
      if (node.kind === Kind.FIELD && node.alias) counted.aliases++;
      if (node.kind === Kind.DIRECTIVE) counted.directives++;
      if (node.kind === Kind.LIST) counted.listItems = Math.max(counted.listItems, node.values.length);
    },
  });
  if (counted.aliases > DOCUMENT_LIMITS.aliases) throw exceeds('aliases');
  if (counted.directives > DOCUMENT_LIMITS.directives) throw exceeds('directives');
  if (counted.listItems > DOCUMENT_LIMITS.listItems)
    throw new BadUserInput('LIST', { max: DOCUMENT_LIMITS.listItems });

  const sizes = measureDocument(document);
  if (!sizes) throw new BadRequest('DOCUMENT', { line: 1, column: 1 });
  for (const [definition, { depth, fields, repeats, top }] of sizes) {
    if (fields > DOCUMENT_LIMITS.fields) throw exceeds('fields');
    if (repeats > DOCUMENT_LIMITS.repeats) throw exceeds('repeats');
    // Depth counts where it runs: a fragment about the schema itself may be deep.
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    if (depth > DOCUMENT_LIMITS.depth) throw exceeds('depth');
    if (definition.operation === OperationTypeNode.QUERY) continue;
    if (top.length > DOCUMENT_LIMITS.mutations) throw exceeds('mutations');
    if (top.length > 1 && top.some(field => alone.includes(field.name))) throw new BadRequest('ALONE');
  }
}

const exceeds = (limit: keyof typeof DOCUMENT_LIMITS): BadRequest =>
  new BadRequest(limit.toUpperCase(), { max: DOCUMENT_LIMITS[limit] });

/** Refuses variables with a list that is too long, however deep it stands. A loop, because their depth is the caller's. */
export function judgeVariables(variables: unknown): void {
  const waiting: unknown[] = [variables];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value !== 'object' || value === null) continue;
    if (Array.isArray(value) && value.length > DOCUMENT_LIMITS.listItems)
      throw new BadUserInput('LIST', { max: DOCUMENT_LIMITS.listItems });
    for (const part of Object.values(value)) waiting.push(part);
  }
}
