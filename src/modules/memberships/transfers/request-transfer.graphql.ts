import { GraphQLSafeInt } from 'graphql-scalars';
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
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Context } from '../../../platform/context.ts';
import { AnswerProblems } from '../../../platform/graphql/answer-problems.ts';
import { IdempotencyKeyReused } from '../../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../../platform/graphql/invalid-input.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { DateScalar } from '../../../platform/graphql/scalars.ts';
import { Identifier } from '../../../platform/graphql/validators.ts';
import { MembershipNotFound, PlaceOfSupplyUnknown } from '../membership.problems.ts';
import { MoneyEffectChanged } from '../money-effect.problems.ts';
import { transferAfter } from './find-transfer.ts';
import { MembershipTransfer } from './membership-transfer.type.ts';
import { requestTransfer } from './request-transfer.ts';
import { TransferNotPossible, TransferOpen } from './transfer.problems.ts';

@InputType()
export class RequestTransferInput {
  @Field(() => ID)
  @Identifier()
  membershipId!: string;

  @Field(() => ID, { description: 'Another body of the same tree.' })
  @Identifier()
  toAssociationId!: string;

  @Field(() => ID, { description: 'A class of that body, from `membershipClasses`.' })
  @Identifier()
  toClassId!: string;

  @Field(() => DateScalar, { description: 'The first day there: from today to 366 days from now.' })
  on!: LocalDate;

  @Field(() => GraphQLSafeInt, {
    description: 'The total of `transferPreview`, in cents, as the person has seen it.',
  })
  shownTotalCents!: number;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'Both offices were told by mail, and the member. Nothing changes until somebody decides.',
})
export class RequestTransferSuccess {
  @Field(() => MembershipTransfer)
  transfer!: MembershipTransfer;
}

export const RequestTransferResult = createUnionType({
  name: 'RequestTransferResult',
  types: () =>
    [
      RequestTransferSuccess,
      InvalidInput,
      MembershipNotFound,
      TransferNotPossible,
      TransferOpen,
      MoneyEffectChanged,
      PlaceOfSupplyUnknown,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class RequestTransferResolver {
  @Policy('SIGNED_IN')
  @Mutation(() => RequestTransferResult, {
    description:
      'Asks for a transfer to another body: the member, or the office of either body for them. The body that receives decides; for a class that carries a designation the other one says first whether the member is in good standing.',
  })
  @AnswerProblems()
  async requestTransfer(
    @Ctx() context: Context,
    @Arg('input', () => RequestTransferInput) { idempotencyKey, ...input }: RequestTransferInput,
  ): Promise<typeof RequestTransferResult> {
    const { id } = await requestTransfer(context, { ...input, idempotencyKey: idempotencyKey ?? undefined });
    return Object.assign(new RequestTransferSuccess(), { transfer: await transferAfter(context, id) });
  }
}
