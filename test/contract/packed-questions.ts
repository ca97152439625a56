import type { Asked } from '../support/portal.ts';
import type { Operation } from './every-operation.ts';
import type { InnerDoor } from './inner-door.ts';

/** A query or a mutation with its arguments, asked beside others of its kind in one document. */
export interface Question {
  /** Says which it is in what a test reports. */
  readonly label: string;
  readonly operation: Operation;
  readonly selection: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What one question was answered with: its part of the data, and what was said of it. */
export interface Part {
  readonly data: unknown;
  readonly errors: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

export interface PackedAnswer {
  /** The whole body, byte for byte. */
  readonly text: string;
  readonly parts: ReadonlyMap<Question, Part>;
}

export interface Packed {
  readonly questions: readonly Question[];
  readonly document: string;
  readonly variables: object;
}

/** So many that a round costs little, so few that one document is soon read and answered. */
const MOST = { questions: 60, characters: 60_000 };

/** As few documents as the questions fit into. */
export function pack(questions: readonly Question[]): readonly Packed[] {
  const groups: Question[][] = [];
  let characters = 0;
  for (const question of questions) {
    const { length } = question.selection;
    const group = groups.at(-1);
    if (group && group.length < MOST.questions && characters + length < MOST.characters) group.push(question);
    else {
      groups.push([question]);
      characters = 0;
    }
    characters += length;
  }
  return groups.map(packOne);
}

function packOne(questions: readonly Question[]): Packed {
  const declared: string[] = [];
  const variables: Record<string, unknown> = {};
  const fields = questions.map(({ operation, selection, variables: own }, number) => {
    const args = operation.field.args.filter(({ name }) => name in own);
    for (const { name, type } of args) {
      declared.push(`$q${number}_${name}: ${String(type)}`);
      variables[`q${number}_${name}`] = own[name];
    }
    const passed = args.map(({ name }) => `${name}: $q${number}_${name}`).join(', ');
    return `q${number}: ${operation.name}${passed && `(${passed})`} ${selection && `{ ${selection} }`}`;
  });
  const kind = questions[0]!.operation.kind;
  const head = declared.length > 0 ? `${kind} (${declared.join(', ')})` : kind;
  return { questions, document: `${head} { ${fields.join(' ')} }`, variables };
}

/** What no question deserves, however wrong it is. */
const OUR_FAULTS = ['INTERNAL_SERVER_ERROR', 'SERVICE_BUSY'];

/** By the inner door, where one question that is refused leaves the answers to the others. */
export async function askPacked(
  door: InnerDoor,
  { questions, document, variables }: Packed,
  asked: Asked,
): Promise<PackedAnswer> {
  const { text, data, errors } = await door.graphql<Record<string, unknown> | null>(
    document,
    variables,
    asked,
  );
  const ours = errors.filter(({ path, extensions: { code } }) => !path || OUR_FAULTS.includes(code));
  if (data === null || ours.length > 0) {
    const labels = ours.map(({ path }) => questions[Number(String(path?.[0]).slice(1))]?.label ?? document);
    throw new Error(`${labels.join(', ')}: ${JSON.stringify(errors)}`);
  }
  const parts = questions.map((question, number): [Question, Part] => {
    const own = errors
      .filter(({ path }) => path?.[0] === `q${number}`)
      .map(({ message, path, extensions: { code } }) => ({
        message,
        path: path?.slice(1),
        extensions: { code },
      }));
    return [question, { data: data[`q${number}`] ?? null, errors: own }];
  });
  return { text, parts: new Map(parts) };
}

/** The answers to questions of one kind, in their order; mutations happen one after the other. */
export async function askEach(
  door: InnerDoor,
  questions: readonly Question[],
  asked: Asked,
): Promise<readonly Part[]> {
  const answers: Part[] = [];
  for (const packed of pack(questions))
    answers.push(...(await askPacked(door, packed, asked)).parts.values());
  return answers;
}

/** Each of these records, as `node` shows it by its id. */
export const nodeQuestions = (operations: readonly Operation[], ids: readonly string[]): Question[] => {
  const node = operations.find(({ name }) => name === 'node')!;
  return ids.map(id => ({
    label: `node ${id}`,
    operation: node,
    selection: '__typename id',
    variables: { id },
  }));
};
