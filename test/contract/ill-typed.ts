import { getVariableValues, GraphQLError, isEnumType, isInputObjectType, isLeafType, parse } from 'graphql';
import { getNamedType, isListType, type OperationDefinitionNode } from 'graphql';
import type { Locale } from '../../src/kernel/locale.ts';
import type { Wordings } from '../../src/platform/wording/wording.ts';
import { classifyError } from '../../src/platform/graphql/classify-error.ts';
import { wordFault } from '../../src/platform/graphql/mask-errors.ts';
import { documentOf, type Operation, type Place } from './every-operation.ts';
import { CANARY, CANARY_NUMBER, type WrongValue } from './faults.ts';

export interface Trial {
  readonly operation: Operation;
  readonly place: Place;
  readonly wrong: WrongValue;
  readonly variables: object;
}

const definitions = new WeakMap<Operation, OperationDefinitionNode>();

/**
 * What is wrong with the answer to variables that are refused by their types alone; null where their types fit. Nothing
 * of an operation runs then, so it need not be asked: the same functions as behind the door are.
 */
export function judgeTypes(
  wordings: Wordings,
  { operation, place, wrong, variables }: Trial,
): readonly string[] | null {
  const { schema } = operation;
  const definition =
    definitions.get(operation) ??
    (parse(documentOf(operation, '__typename')).definitions[0] as OperationDefinitionNode);
  definitions.set(operation, definition);
  const sent = JSON.parse(JSON.stringify(variables)) as Record<string, unknown>;
  const { errors } = getVariableValues(schema, definition.variableDefinitions ?? [], sent);
  if (!errors) return null;

  const error = new GraphQLError(errors[0]!.message, { extensions: { code: 'BAD_USER_INPUT' } });
  const fault = classifyError(error, { schema, operation: definition, variables: sent });
  const said = (locale: Locale): string =>
    fault ? wordFault(fault, { wording: wordings.in(locale), requestId: '' }).message : '';
  const [french, english] = [said('fr-CA'), said('en-CA')];
  const where = place.path.join('.');
  return [
    ...(fault?.code === 'BAD_USER_INPUT' ? [] : [`code ${String(fault?.code)}`]),
    ...[french, english].flatMap(words => [
      ...(words.includes(where) ? [] : ['blames another place']),
      ...(words.toLowerCase().includes(CANARY) || words.includes(String(CANARY_NUMBER))
        ? ['repeats it']
        : []),
    ]),
    ...(french === english ? ['the same words in both languages'] : []),
  ].map(fault => `${operation.name} ${where}, ${wrong.what}: ${fault}: ${french}`);
}

/** Trials of one kind differ in the names of places and types alone. */
export function kindOf({ place: { type }, wrong }: Trial): string {
  const named = getNamedType(type);
  const what = isInputObjectType(named) ? 'object' : isEnumType(named) ? 'enum' : named.name;
  const list = isListType(type) || String(type).startsWith('[') ? 'list of ' : '';
  return `${list}${isLeafType(named) ? what : 'object'}: ${wrong.what}`;
}
