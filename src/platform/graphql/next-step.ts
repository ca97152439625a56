import { Ctx, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Context } from '../context.ts';
import { Policy } from './policy.ts';
import { Support } from './support.ts';

export enum NextStepKind {
  SIGN_IN = 'SIGN_IN',
  OPEN_ACCOUNT = 'OPEN_ACCOUNT',
  COMPLETE_PROFILE = 'COMPLETE_PROFILE',
  CONFIRM_EMAIL = 'CONFIRM_EMAIL',
  REQUEST_NEW_INVITATION = 'REQUEST_NEW_INVITATION',
  CONTACT_SUPPORT = 'CONTACT_SUPPORT',
  VIEW_ORGANIZATION = 'VIEW_ORGANIZATION',
  VIEW_MEMBERSHIP = 'VIEW_MEMBERSHIP',
  ASK_ORGANIZATION = 'ASK_ORGANIZATION',
  USE_NEWEST_MAIL = 'USE_NEWEST_MAIL',
  CHECK_MAIL = 'CHECK_MAIL',
  WAIT = 'WAIT',
  FIRST_ACCESS_OR_FORGOTTEN_PASSWORD = 'FIRST_ACCESS_OR_FORGOTTEN_PASSWORD',
  FORGOTTEN_USERNAME = 'FORGOTTEN_USERNAME',
  SECOND_FACTOR = 'SECOND_FACTOR',
  ENROLL_SECOND_FACTOR = 'ENROLL_SECOND_FACTOR',
  LINK_ACCOUNTS = 'LINK_ACCOUNTS',
  DONE = 'DONE',
}
registerEnumType(NextStepKind, {
  name: 'NextStepKind',
  description:
    'What the person does next. New kinds may be added: show the label of those that you do not know.',
});

export interface NextStepFacts {
  readonly organizationId?: string;
  readonly maskedAddress?: string;
  readonly retryAfterSeconds?: number;
  readonly support?: Support;
}

@Policy('HOLDER')
@ObjectType({ description: 'What comes next, so that a site never guesses.' })
export class NextStep {
  @Field(() => NextStepKind)
  readonly kind: NextStepKind;

  @Field(() => ID, { nullable: true, description: 'The organization to show, for `VIEW_ORGANIZATION`.' })
  readonly organizationId: string | null;

  @Field(() => String, { nullable: true, description: 'Where a mail went, masked.' })
  readonly maskedAddress: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Seconds to wait: for `WAIT`, and where a mail is on its way until it can be sent again.',
  })
  readonly retryAfterSeconds: number | null;

  @Field(() => Support, { nullable: true, description: 'Whom to ask, for `CONTACT_SUPPORT`.' })
  readonly support: Support | null;

  constructor(kind: NextStepKind, facts: NextStepFacts = {}) {
    this.kind = kind;
    this.organizationId = facts.organizationId ?? null;
    this.maskedAddress = facts.maskedAddress ?? null;
    this.retryAfterSeconds = facts.retryAfterSeconds ?? null;
    this.support = facts.support ?? null;
  }

  @Field(() => String, { description: 'A short wording in the language of the request.' })
  label(@Ctx() context: Context): string {
    return context.wording.of(`NextStepKind.${this.kind}`);
  }
}
