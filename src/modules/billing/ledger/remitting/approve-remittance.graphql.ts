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
import { Identifier } from '../../../../platform/graphql/validators.ts';
import { approveRemittance } from './approve-remittance.ts';
import { remittanceAfter } from './find-remittance.ts';
import { RemittanceBatch } from './remittance.type.ts';
import { RemittanceMovedOn, RemittanceNeedsSecondPerson, RemittanceNotFound } from './remitting.problems.ts';

@InputType()
export class ApproveRemittanceInput {
  @Field(() => ID)
  @Identifier()
  remittanceId!: string;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'Its money may move.' })
export class ApproveRemittanceSuccess {
  @Field(() => RemittanceBatch)
  batch!: RemittanceBatch;
}

export const ApproveRemittanceResult = createUnionType({
  name: 'ApproveRemittanceResult',
  types: () =>
    [
      ApproveRemittanceSuccess,
      InvalidInput,
      RemittanceNotFound,
      RemittanceNeedsSecondPerson,
      RemittanceMovedOn,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class ApproveRemittanceResolver {
  @Policy('STAFF', ClientScope.MONEY_WRITE)
  @Mutation(() => ApproveRemittanceResult, {
    description:
      'Lets the money of a remittance move, or a claim go out. Role ADMIN or FINANCE of the book, never whoever prepared it.',
  })
  @AnswerProblems()
  async approveRemittance(
    @Ctx() context: Context,
    @Arg('input', () => ApproveRemittanceInput) { idempotencyKey, ...input }: ApproveRemittanceInput,
  ): Promise<typeof ApproveRemittanceResult> {
    const id = await approveRemittance(context, { ...input, idempotencyKey: idempotencyKey ?? undefined });
    return Object.assign(new ApproveRemittanceSuccess(), { batch: await remittanceAfter(context, id) });
  }
}
