import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Problem } from '../problem.ts';
import { Policy } from './policy.ts';

export enum InputIssueCode {
  REQUIRED = 'REQUIRED',
  TOO_SHORT = 'TOO_SHORT',
  TOO_LONG = 'TOO_LONG',
  BAD_FORMAT = 'BAD_FORMAT',
  NOT_ALLOWED = 'NOT_ALLOWED',
  OUT_OF_RANGE = 'OUT_OF_RANGE',
  PASSWORD_RULE = 'PASSWORD_RULE',
}
registerEnumType(InputIssueCode, {
  name: 'InputIssueCode',
  description: 'Why an answer must be corrected.',
});

@Policy('HOLDER')
@ObjectType({ description: 'One answer that must be corrected.' })
export class InputIssue {
  @Field(() => [String], {
    description: 'Where the answer stands, outermost first: the same path as `FormField.path`.',
  })
  readonly path: readonly string[];

  @Field(() => InputIssueCode)
  readonly code: InputIssueCode;

  @Field(() => String, {
    nullable: true,
    description: 'For `PASSWORD_RULE`: the code of the rule that failed.',
  })
  readonly rule: string | null;

  @Field(() => String, { description: 'What to do, in the language of the request, safe to show.' })
  readonly message: string;

  constructor(issue: { path: readonly string[]; code: InputIssueCode; rule?: string; message: string }) {
    this.path = issue.path;
    this.code = issue.code;
    this.rule = issue.rule ?? null;
    this.message = issue.message;
  }
}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'Some answers must be corrected before anything can happen.',
})
export class InvalidInput extends Problem {
  @Field(() => [InputIssue])
  readonly issues: readonly InputIssue[];

  constructor(issues: readonly InputIssue[]) {
    super();
    this.issues = issues;
  }
}
