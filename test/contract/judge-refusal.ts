import { getNullableType, isNonNullType } from 'graphql';
import type { Answer } from '../support/portal.ts';
import type { Operation, Place } from './every-operation.ts';
import { CANARY, CANARY_NUMBER, type WrongValue } from './faults.ts';
import type { Part } from './packed-questions.ts';

export interface Judged {
  readonly operation: Operation;
  readonly place: Place;
  readonly wrong: WrongValue;
  readonly variables: object;
}

export type Answered = Answer<Record<string, unknown> | null>;

/** The answer to one question among others, as it would come over the wire. */
export function answerOf({ name, field }: Operation, { data, errors }: Part): Answered {
  const requestId = 'inner';
  const isNothing = data === null && isNonNullType(field.type);
  return {
    status: isNothing && errors.length > 0 ? 400 : 200,
    headers: new Headers({ 'x-request-id': requestId }),
    data: isNothing ? null : { [name]: data },
    errors: errors.map(({ message, extensions: { code } }) => ({ message, extensions: { code, requestId } })),
    text: JSON.stringify({ data, errors }),
  };
}

/** Codes of faults of the caller. */
const CALLERS_FAULTS = ['BAD_REQUEST', 'UNAUTHENTICATED', 'FORBIDDEN', 'BAD_USER_INPUT'];

/** What is wrong with the answers to a wrong value; nothing when they are as they should be. */
export function why(
  trial: Judged & { readonly french: Answered; readonly english: Answered | null },
): readonly string[] {
  const { operation, place, wrong, french, english } = trial;
  const faults = [
    ...[french, english ?? french].flatMap(answer => [
      ...judgeTransport(answer),
      ...judgeEcho(answer, trial),
    ]),
    ...judgeWords(operation, place, french, english),
  ];
  return faults.map(
    fault =>
      `${operation.name} ${place.path.join('.')}, ${wrong.what}: ${fault}: ${french.text.slice(0, 400)}`,
  );
}

function judgeTransport({ status, errors, headers }: Answered): string[] {
  const id = headers.get('x-request-id');
  const faults = errors.flatMap(({ extensions: { code, requestId }, message }) => [
    ...(CALLERS_FAULTS.includes(code) ? [] : [`code ${code}`]),
    ...(requestId === id ? [] : ['another request id']),
    ...(message.trim() === '' || message === code ? ['no words'] : []),
  ]);
  if (!id) faults.push('no request id');
  return status >= 500 ? [...faults, `status ${status}`] : faults;
}

/** What was wrong and what is secret must not come back, in the body or in a header. */
function judgeEcho({ text, headers }: Answered, { wrong, variables }: Judged): string[] {
  const all = `${text}${[...headers].join(' ')}`.toLowerCase();
  const wrongTexts = textsIn(wrong.value).filter(one => one.length >= 10);
  const sent = [CANARY, String(CANARY_NUMBER), ...wrongTexts, ...textsIn(variables, SECRET)];
  return sent.filter(one => all.includes(one.toLowerCase())).map(one => `repeats ${one.slice(0, 30)}`);
}

const SECRET = /code$|token$|password$|idempotencyKey/i;
const NAMES_OF_OURS = ['classCode'];

/** Every text in a value; with `named`, those that stand under such a name. */
function textsIn(value: unknown, named = /(?:)/, name = ''): string[] {
  if (typeof value === 'string') return named.test(name) && value.trim().length > 3 ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    NAMES_OF_OURS.includes(key) ? [] : textsIn(part, named, /^\d+$/.test(key) ? name : key),
  );
}

interface Problem {
  readonly __typename: string;
  readonly message?: string;
  readonly issues?: readonly { path: string[]; message: string }[];
  readonly rows?: readonly { outcome: string; label: string }[];
  readonly totalCount?: number;
}

function judgeWords(
  operation: Operation,
  place: Place,
  french: Answered,
  english: Answered | null,
): string[] {
  const one = saidIn(operation, place, french);
  const other = english && saidIn(operation, place, english);
  if (typeof one === 'string') return [one];
  if (typeof other === 'string') return [`in English: ${other}`];
  const same = one.filter((words, i) => words === other?.[i]);
  return same.map(words => `the same words in both languages: ${words}`);
}

/** The sentences of a refusal, or what it is instead. Nothing found is an answer without words. */
function saidIn(
  { name, kind, field }: Operation,
  place: Place,
  { status, data, errors }: Answered,
): string[] | string {
  const found = data?.[name] ?? null;
  const nothing = found === null;
  if (errors.length > 0) {
    if (!nothing) return 'errors beside data';
    const isLookUp = !isNonNullType(field.type);
    return status >= 400 || isLookUp ? errors.map(error => error.message) : `errors with status ${status}`;
  }
  if (nothing) return kind === 'query' ? [] : 'no data';

  if (Array.isArray(found)) return found.length === 0 ? [] : 'found something';
  return wordsOf(name, place, found as Problem, String(getNullableType(field.type)));
}

function wordsOf(name: string, place: Place, problem: Problem, type: string): string[] | string {
  const { __typename, message, issues, rows, totalCount } = problem;
  if (type.endsWith('Connection')) return totalCount === 0 ? [] : 'found something';
  // The rules of the client's own association are no secret, and a token that leads nowhere gives them.
  if (__typename === 'PasswordPolicy') return [];
  // Whoever signs out is signed out, by whatever token.
  if (__typename === 'SignOutSuccess') return [];
  if (name === 'issueInvitations' && rows) {
    const sent = rows.length === 0 || rows.some(row => row.outcome === 'SENT');
    return sent ? 'was sent' : rows.map(row => row.label);
  }
  if (message === undefined || message.trim() === '') return `was taken: ${__typename}`;
  if (!issues) return [message];

  const last = place.path.findLast(step => typeof step === 'string') ?? '';
  const blamed = issues.length > 0 && issues.every(issue => issue.path.includes(last));
  return blamed ? [message, ...issues.map(issue => issue.message)] : 'blames another place';
}
