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
import type { Context } from '../../../../platform/context.ts';
import { AnswerProblems } from '../../../../platform/graphql/answer-problems.ts';
import { ClientScope } from '../../../../platform/graphql/client-scope.ts';
import { IdempotencyKeyReused } from '../../../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../../../platform/graphql/invalid-input.ts';
import { Policy } from '../../../../platform/graphql/policy.ts';
import { Identifier, PlainText } from '../../../../platform/graphql/validators.ts';
import { remittanceAfter } from './find-remittance.ts';
import { RemittanceBatch } from './remittance.type.ts';
import { RemittanceMovedOn, RemittanceNotFound } from './remitting.problems.ts';
import { reverseRemittance, LONGEST_REASON } from './reverse-remittance.ts';

@InputType()
export class ReverseRemittanceInput {
  @Field(() => ID)
  @Identifier()
  remittanceId!: string;

  @Field(() => String, { description: 'For the audit trail and the statement, at most 500 characters.' })
  @PlainText(LONGEST_REASON)
  reason!: string;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'What stood in the batch stands in none, and goes into the next one.',
})
export class ReverseRemittanceSuccess {
  @Field(() => RemittanceBatch)
  batch!: RemittanceBatch;
}

export const ReverseRemittanceResult = createUnionType({
  name: 'ReverseRemittanceResult',
  types: () =>
    [
      ReverseRemittanceSuccess,
      InvalidInput,
      RemittanceNotFound,
      RemittanceMovedOn,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class ReverseRemittanceResolver {
  @Policy('STAFF', ClientScope.MONEY_WRITE)
  @Mutation(() => ReverseRemittanceResult, {
    description:
      'Takes a remittance or claim back whole, however far it is: what it posted is posted the other way round. Role ADMIN or FINANCE of the book.',
  })
  @AnswerProblems()
  async reverseRemittance(
    @Ctx() context: Context,
    @Arg('input', () => ReverseRemittanceInput) { idempotencyKey, ...input }: ReverseRemittanceInput,
  ): Promise<typeof ReverseRemittanceResult> {
    const id = await reverseRemittance(context, { ...input, idempotencyKey: idempotencyKey ?? undefined });
    return Object.assign(new ReverseRemittanceSuccess(), { batch: await remittanceAfter(context, id) });
  }
}
