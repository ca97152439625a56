import type { Context } from '../../platform/context.ts';
import { InputIssue, InputIssueCode, InvalidInput } from '../../platform/graphql/invalid-input.ts';
import { refuse } from '../../platform/problem.ts';
import { LONGEST_TYPED_CODE } from './invitation-code.ts';

/** The check of a query's argument, which stands in no input object. */
export function judgeTypedCode({ wording }: Pick<Context, 'wording'>, code: string): void {
  const blame = (issue: InputIssueCode, values = {}): never => {
    const message = wording.of(`InputIssue.${issue}`, values);
    return refuse(new InvalidInput([new InputIssue({ path: ['code'], code: issue, message })]));
  };
  if (code.trim() === '') blame(InputIssueCode.REQUIRED);
  if (code.length > LONGEST_TYPED_CODE) blame(InputIssueCode.TOO_LONG, { max: LONGEST_TYPED_CODE });
}
