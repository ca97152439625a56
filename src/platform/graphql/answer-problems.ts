import type { ValidationError } from 'class-validator';
import { ArgumentValidationError, createMethodMiddlewareDecorator } from 'type-graphql';
import type { Context } from '../context.ts';
import { Refusal } from '../problem.ts';
import type { Wording } from '../wording/wording.ts';
import { InputIssue, InputIssueCode, InvalidInput } from './invalid-input.ts';

/** Put on every mutation and `…Result` query: turns refusals and failed input checks into members of its result union. */
export function AnswerProblems(): MethodDecorator {
  return createMethodMiddlewareDecorator<Context>(async ({ context }, next): Promise<unknown> => {
    try {
      return await next();
    } catch (error) {
      if (error instanceof Refusal) return error.problem;
      if (error instanceof ArgumentValidationError) return invalidInputOf(error, context.wording);
      throw error;
    }
  });
}

function invalidInputOf({ extensions }: ArgumentValidationError, wording: Wording): InvalidInput {
  return new InvalidInput(issuesOf(extensions.validationErrors, ['input'], wording));
}

function issuesOf(
  errors: readonly ValidationError[],
  parents: readonly string[],
  wording: Wording,
): InputIssue[] {
  return errors.flatMap(({ property, constraints = {}, contexts = {}, children = [] }) => {
    const path = [...parents, property];
    const own = Object.entries(constraints).map(([rule, said]) => {
      const code = codeOf(said);
      const values = contexts[rule] as Record<string, unknown> | undefined;
      return new InputIssue({ path, code, message: issueMessage(wording, code, values) });
    });
    return [...own, ...issuesOf(children, path, wording)];
  });
}

/** The sentence of an issue. `TOO_SHORT` needs `min`, `TOO_LONG` `max`, `OUT_OF_RANGE` both. */
export const issueMessage = (
  wording: Wording,
  code: InputIssueCode,
  values?: Record<string, unknown>,
): string => wording.of(`InputIssue.${code}`, values);

/** Our validators say a code; a sentence of class-validator's own must not reach anybody. */
const codeOf = (said: string): InputIssueCode => CODES.get(said) ?? InputIssueCode.BAD_FORMAT;

const CODES = new Map<string, InputIssueCode>(Object.entries(InputIssueCode));
