import type { Answer, Asked, Portal } from '../support/portal.ts';
import { documentOf, everySelection, type Operation } from './every-operation.ts';

export type Answered = Answer<Record<string, { readonly __typename?: string } | null> | null>;

/** Leaves room below the limits of documents. */
const MOST_SELECTIONS = 40;
const LONGEST_DOCUMENT = 6_000;
const DEEPEST = 7;

/** What together asks for every field that an operation can lead to, as much of it at once as one document may. */
export function selectionsOf(operation: Operation): readonly (readonly string[])[] {
  const { schema, field } = operation;
  const groups: { readonly type: string; readonly selections: string[] }[] = [];
  for (const selection of everySelection(schema, field.type, DEEPEST)) {
    // Fields of one name differ from type to type, and one document cannot ask for both.
    const type = /^\.\.\. on (\w+)/.exec(selection)?.[1] ?? '';
    const last = groups.at(-1);
    const fits =
      last?.type === type &&
      last.selections.length < MOST_SELECTIONS &&
      [...last.selections, selection].join(' ').length < LONGEST_DOCUMENT;
    if (fits) last.selections.push(selection);
    else groups.push({ type, selections: [selection] });
  }
  return groups.map(({ selections }) => selections);
}

export const documentsOf = (operation: Operation): readonly string[] =>
  selectionsOf(operation).map(selections => documentOf(operation, selections.join(' ')));

/** As much as one document can ask for; of what has an id, which differs from type to type, what every type has. */
export const wideDocumentOf = (operation: Operation): string =>
  documentOf(
    operation,
    operation.name === 'node'
      ? '__typename id'
      : everySelection(operation.schema, operation.field.type, 2).join(' '),
  );

export const askWidely = (
  portal: Portal,
  operation: Operation,
  variables: object,
  asked: Asked,
): Promise<Answered> => portal.graphql<Answered['data']>(wideDocumentOf(operation), variables, asked);

/**
 * Every answer of a query, as far as it goes. What can be done only once is asked for in one document, and so is what
 * other queries lead to as well; and whoever gets nothing at all is not asked for what would be below it.
 */
export async function askEverything(
  portal: Portal,
  operation: Operation,
  variables: object,
  asked: Asked,
): Promise<readonly Answered[]> {
  if (operation.kind === 'mutation' || operation.name === 'node')
    return [await askWidely(portal, operation, variables, asked)];
  const answers: Answered[] = [];
  for (const document of documentsOf(operation)) {
    const answer = await portal.graphql<Answered['data']>(document, variables, asked);
    answers.push(answer);
    if ((answer.data?.[operation.name] ?? null) === null) break;
  }
  return answers;
}

const MOST_ALIASES = 15;

/** Each of these records by \`node\`, as many in a request as a document may ask for. */
export async function askNodes(
  portal: Portal,
  ids: readonly string[],
  asked: Asked,
): Promise<readonly Answered[]> {
  const answers: Answered[] = [];
  for (let from = 0; from < ids.length; from += MOST_ALIASES) {
    const some = ids.slice(from, from + MOST_ALIASES);
    const declared = some.map((_, number) => `$id${number}: ID!`).join(', ');
    const nodes = some.map((_, number) => `n${number}: node(id: $id${number}) { __typename id }`).join(' ');
    const variables = Object.fromEntries(some.map((id, number) => [`id${number}`, id]));
    answers.push(
      await portal.graphql<Answered['data']>(`query (${declared}) { ${nodes} }`, variables, asked),
    );
  }
  return answers;
}
