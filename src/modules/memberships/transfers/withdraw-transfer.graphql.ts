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
import { IdempotencyKeyReused } from '../../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../../platform/graphql/invalid-input.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { Identifier } from '../../../platform/graphql/validators.ts';
import { transferAfter } from './find-transfer.ts';
import { MembershipTransfer } from './membership-transfer.type.ts';
import { TransferNotFound, TransferOver } from './transfer.problems.ts';
import { withdrawTransfer } from './withdraw-transfer.ts';

@InputType()
export class WithdrawTransferInput {
  @Field(() => ID)
  @Identifier()
  transferId!: string;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'Nobody decides it any more; both offices were told by mail.',
})
export class WithdrawTransferSuccess {
  @Field(() => MembershipTransfer)
  transfer!: MembershipTransfer;
}

export const WithdrawTransferResult = createUnionType({
  name: 'WithdrawTransferResult',
  types: () =>
    [WithdrawTransferSuccess, InvalidInput, TransferNotFound, TransferOver, IdempotencyKeyReused] as const,
});

@Resolver()
export class WithdrawTransferResolver {
  @Policy('SIGNED_IN')
  @Mutation(() => WithdrawTransferResult, {
    description:
      'Takes back a transfer that nobody has decided: the member, whoever asked for it, and the office that did.',
  })
  @AnswerProblems()
  async withdrawTransfer(
    @Ctx() context: Context,
    @Arg('input', () => WithdrawTransferInput) { idempotencyKey, ...input }: WithdrawTransferInput,
  ): Promise<typeof WithdrawTransferResult> {
    const { id } = await withdrawTransfer(context, { ...input, idempotencyKey: idempotencyKey ?? undefined });
    return Object.assign(new WithdrawTransferSuccess(), { transfer: await transferAfter(context, id) });
  }
}
