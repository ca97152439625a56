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
import type { Context } from '../../../platform/context.ts';
import { AnswerProblems } from '../../../platform/graphql/answer-problems.ts';
import { IdempotencyKeyReused } from '../../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../../platform/graphql/invalid-input.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { Identifier, OptionalText } from '../../../platform/graphql/validators.ts';
import { MoneyEffectChanged } from '../money-effect.problems.ts';
import { decideTransfer, LONGEST_MEMBER_NUMBER } from './decide-transfer.ts';
import { transferAfter } from './find-transfer.ts';
import { PeriodAlreadyBilled, PlaceOfSupplyUnknown } from '../membership.problems.ts';
import { MembershipTransfer } from './membership-transfer.type.ts';
import { LONGEST_NOTE } from './state-transfer-standing.ts';
import {
  MemberNumberTaken,
  TransferNeedsStanding,
  TransferNotFound,
  TransferNotPossible,
  TransferOver,
} from './transfer.problems.ts';
import { TRANSFER_DECISIONS, type TransferDecision } from './transfer-words.ts';

@InputType()
export class DecideTransferInput {
  @Field(() => ID)
  @Identifier()
  transferId!: string;

  @Field(() => TRANSFER_DECISIONS)
  decision!: TransferDecision;

  @Field(() => String, {
    nullable: true,
    description: `Why it is refused, told to the member by mail; at most ${String(LONGEST_NOTE)} characters. Nothing is told if left out.`,
  })
  @OptionalText(LONGEST_NOTE)
  reason?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'For whoever never was a member of the body that receives; if left out, the number that they have at the other one. Nothing for a refusal.',
  })
  @OptionalText(LONGEST_MEMBER_NUMBER)
  memberNumber?: string | null;

  @Field(() => GraphQLSafeInt, {
    nullable: true,
    description:
      'The total of `MembershipTransfer.preview`, in cents, as the person has seen it. Nothing for a refusal.',
  })
  shownTotalCents?: number | null;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'The member and the other office were told by mail.' })
export class DecideTransferSuccess {
  @Field(() => MembershipTransfer)
  transfer!: MembershipTransfer;
}

export const DecideTransferResult = createUnionType({
  name: 'DecideTransferResult',
  types: () =>
    [
      DecideTransferSuccess,
      InvalidInput,
      TransferNotFound,
      TransferOver,
      TransferNeedsStanding,
      TransferNotPossible,
      MemberNumberTaken,
      MoneyEffectChanged,
      PeriodAlreadyBilled,
      PlaceOfSupplyUnknown,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class DecideTransferResolver {
  @Policy('STAFF')
  @Mutation(() => DecideTransferResult, {
    description:
      'Accepts or refuses a transfer, for the body that receives. When it is accepted, one membership ends and the other begins on the same day, with the rest of the running term; from then on the body that is left reads its own period only.',
  })
  @AnswerProblems()
  async decideTransfer(
    @Ctx() context: Context,
    @Arg('input', () => DecideTransferInput) { idempotencyKey, ...input }: DecideTransferInput,
  ): Promise<typeof DecideTransferResult> {
    const { id } = await decideTransfer(context, { ...input, idempotencyKey: idempotencyKey ?? undefined });
    return Object.assign(new DecideTransferSuccess(), { transfer: await transferAfter(context, id) });
  }
}
