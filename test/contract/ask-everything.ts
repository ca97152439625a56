import { OverlappingFieldsCanBeMergedRule, parse, validate } from 'graphql';
import type { Answer, Asked, Portal } from '../support/portal.ts';
import { documentOf, everySelection, type Operation } from './every-operation.ts';
import { mergeSelections } from './merge-selections.ts';

export type Answered = Answer<Record<string, { readonly __typename?: string } | null> | null>;

const DEEPEST = 7;

/** Where an answer is of one of several types. */
const typeOf = (selection: string): string => /^\.\.\. on (\w+)/.exec(selection)?.[1] ?? '';

/**
 * What together asks for every field that an operation can lead to, where no limit of documents holds. Fields of one
 * name may differ from type to type, which one document cannot ask for.
 */
export function wholeSelectionsOf(operation: Operation): readonly string[] {
  const { schema, field } = operation;
  const isPossible = (selection: string): boolean =>
    validate(schema, parse(documentOf(operation, selection)), [OverlappingFieldsCanBeMergedRule]).length ===
    0;
  const whole: string[] = [];
  const every = everySelection(schema, field.type, DEEPEST);
  for (const type of new Set(every.map(typeOf))) {
    const selections = every.filter(one => typeOf(one) === type);
    const all = mergeSelections([...whole.slice(-1), ...selections]);
    if (whole.length === 0 || !isPossible(all)) whole.push(mergeSelections(selections));
    else whole[whole.length - 1] = all;
  }
  return whole;
}

/** As much as one document can ask for; of what has an id, which differs from type to type, what every type has. */
export const wideDocumentOf = (operation: Operation): string =>
  documentOf(operation, wideSelectionOf(operation));

const wide = new WeakMap<Operation, string>();

export function wideSelectionOf(operation: Operation): string {
  const { name, schema, field } = operation;
  const selection =
    wide.get(operation) ??
    (name === 'node' ? '__typename id' : everySelection(schema, field.type, 2).join(' '));
  wide.set(operation, selection);
  return selection;
}

export const askWidely = (
  portal: Pick<Portal, 'graphql'>,
  operation: Operation,
  variables: object,
  asked: Asked,
): Promise<Answered> => portal.graphql<Answered['data']>(wideDocumentOf(operation), variables, asked);
