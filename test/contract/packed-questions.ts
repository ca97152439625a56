import type { Asked, Portal } from '../support/portal.ts';
import type { Operation } from './every-operation.ts';

/** A query with its arguments, asked beside others in one document. */
export interface Question {
  /** Says which it is in what a test reports. */
  readonly label: string;
  readonly operation: Operation;
  readonly selections: readonly string[];
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What one question was answered with: its part of the data, and what was said of it. */
export interface Part {
  readonly data: unknown;
  readonly errors: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

export interface PackedAnswer {
  /** Body and head, byte for byte. */
  readonly text: string;
  readonly parts: ReadonlyMap<Question, Part>;
}

export interface Packed {
  readonly questions: readonly Question[];
  readonly document: string;
  readonly variables: object;
}

/** Below the limits of a document. */
const MOST = { aliases: 15, tokens: 1_700, selections: 80 };

const tokensIn = (text: string): number => text.match(/\w+|\.\.\.|[^\s\w,]/g)?.length ?? 0;
const textOf = ({ operation, selections }: Question): string => `${operation.name} ${selections.join(' ')}`;

/** As few documents as the questions fit into; `alone` are those that are likely to be refused. */
export function pack(
  questions: readonly Question[],
  alone: (question: Question) => boolean = () => false,
): readonly Packed[] {
  const groups: Question[][] = [];
  let [tokens, selections] = [0, 0];
  for (const question of questions.filter(one => !alone(one))) {
    const [size, parts] = [tokensIn(textOf(question)) + 30, question.selections.length];
    const group = groups.at(-1);
    const fits =
      group &&
      group.length < MOST.aliases &&
      tokens + size < MOST.tokens &&
      selections + parts < MOST.selections;
    if (fits) group.push(question);
    else {
      groups.push([question]);
      [tokens, selections] = [0, 0];
    }
    tokens += size;
    selections += parts;
  }
  return [...groups, ...questions.filter(alone).map(one => [one])].map(packOne);
}

function packOne(questions: readonly Question[]): Packed {
  const declared: string[] = [];
  const variables: Record<string, unknown> = {};
  const fields = questions.map(({ operation, selections, variables: own }, number) => {
    const args = operation.field.args.filter(({ name }) => name in own);
    for (const { name, type } of args) {
      declared.push(`$q${number}_${name}: ${String(type)}`);
      variables[`q${number}_${name}`] = own[name];
    }
    const passed = args.map(({ name }) => `${name}: $q${number}_${name}`).join(', ');
    const inner = selections.join(' ');
    return `q${number}: ${operation.name}${passed && `(${passed})`} ${inner && `{ ${inner} }`}`;
  });
  const head = declared.length > 0 ? `query (${declared.join(', ')})` : 'query';
  return { questions, document: `${head} { ${fields.join(' ')} }`, variables };
}

const halvesOf = new WeakMap<Packed, readonly [Packed, Packed]>();
const halve = ({ questions }: Packed): readonly [Packed, Packed] => {
  const middle = Math.ceil(questions.length / 2);
  return [packOne(questions.slice(0, middle)), packOne(questions.slice(middle))];
};

/** Where one question that is refused takes the answers to the others with it, they are asked apart. */
export async function askPacked(portal: Portal, packed: Packed, asked: Asked): Promise<PackedAnswer> {
  const { questions, document, variables } = packed;
  const { status, headers, text, ...answer } = await portal.graphql<Record<string, unknown> | null>(
    document,
    variables,
    asked,
  );
  const data = answer.data ?? null;
  if (data === null && questions.length > 1) {
    const [first, second] = halvesOf.get(packed) ?? halve(packed);
    halvesOf.set(packed, [first, second]);
    const answers = [await askPacked(portal, first, asked), await askPacked(portal, second, asked)];
    return {
      text: [text, ...answers.map(one => one.text)].join(' '),
      parts: new Map(answers.flatMap(one => [...one.parts])),
    };
  }
  const ofDocument = answer.errors.filter(({ path }) => !path);
  if (status >= 500 || ofDocument.length > 0) throw new Error(`${document} was answered with ${text}`);
  const parts = questions.map((question, number): [Question, Part] => {
    const errors = answer.errors
      .filter(({ path }) => path?.[0] === `q${number}`)
      .map(({ message, path, extensions: { code } }) => ({
        message,
        path: path?.slice(1),
        extensions: { code },
      }));
    return [question, { data: data?.[`q${number}`] ?? null, errors }];
  });
  return { text: `${[...headers].join(' ')} ${text}`, parts: new Map(parts) };
}
