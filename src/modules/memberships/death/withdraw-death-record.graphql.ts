import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Resolver,
} from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import { AnswerProblems } from '../../../platform/graphql/answer-problems.ts';
import { SignInTooOld } from '../../../platform/graphql/fresh-sign-in.ts';
import { IdempotencyKeyReused } from '../../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../../platform/graphql/invalid-input.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { Identifier, PlainText } from '../../../platform/graphql/validators.ts';
import { Person } from '../../people/index.ts';
import { DeathRecordNotFound } from './death.problems.ts';
import { personAfter } from './person-after.ts';
import { LONGEST_REASON, withdrawDeathRecord } from './withdraw-death-record.ts';

@InputType()
export class WithdrawDeathRecordInput {
  @Field(() => ID)
  @Identifier()
  personId!: string;

  @Field(() => String, {
    description: `How the mistake came about, for the record; at most ${String(LONGEST_REASON)} characters.`,
  })
  @PlainText(LONGEST_REASON)
  reason!: string;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description:
    'The memberships that the record ended stand again as they were, and so does sign-in unless another body keeps the death on record. Mails that were withdrawn, and invoices that were closed or credited, do not come back.',
})
export class WithdrawDeathRecordSuccess {
  @Field(() => Person)
  person!: Person;
}

export const WithdrawDeathRecordResult = createUnionType({
  name: 'WithdrawDeathRecordResult',
  types: () =>
    [
      WithdrawDeathRecordSuccess,
      InvalidInput,
      DeathRecordNotFound,
      SignInTooOld,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class WithdrawDeathRecordResolver {
  @Policy('STAFF')
  @Mutation(() => WithdrawDeathRecordResult, {
    description:
      'Corrects a death that was recorded by mistake, for staff of the body whose office recorded it; the bodies that were told are told again. Role ADMIN or MEMBERSHIP, signed in within ten minutes.',
  })
  @AnswerProblems()
  async withdrawDeathRecord(
    @Ctx() context: Context,
    @Arg('input', () => WithdrawDeathRecordInput) { idempotencyKey, ...input }: WithdrawDeathRecordInput,
  ): Promise<typeof WithdrawDeathRecordResult> {
    const { personId } = await withdrawDeathRecord(context, {
      ...input,
      idempotencyKey: idempotencyKey ?? undefined,
    });
    return Object.assign(new WithdrawDeathRecordSuccess(), { person: await personAfter(context, personId) });
  }
}
