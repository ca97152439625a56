import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Context } from '../../../platform/context.ts';
import { AnswerProblems } from '../../../platform/graphql/answer-problems.ts';
import { InvalidInput } from '../../../platform/graphql/invalid-input.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { DateScalar } from '../../../platform/graphql/scalars.ts';
import { Identifier } from '../../../platform/graphql/validators.ts';
import { Refusal } from '../../../platform/problem.ts';
import { MembershipNotFound, PlaceOfSupplyUnknown } from '../membership.problems.ts';
import { MembershipTransfer } from './membership-transfer.type.ts';
import { planOfTransfer } from './plan-of-transfer.ts';
import { previewAsked, previewOf, TransferPreview } from './transfer-preview.type.ts';
import { stateOfTransfer } from './transfer-times.ts';
import { TransferNotPossible } from './transfer.problems.ts';
import { readTransfer } from './wanted-transfer.ts';

@InputType()
export class TransferPreviewInput {
  @Field(() => ID)
  @Identifier()
  membershipId!: string;

  @Field(() => ID, { description: 'Another body of the same tree.' })
  @Identifier()
  toAssociationId!: string;

  @Field(() => ID, { description: 'A class of that body.' })
  @Identifier()
  toClassId!: string;

  @Field(() => DateScalar, { description: 'The first day there.' })
  on!: LocalDate;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'Nothing was done.' })
export class TransferPreviewSuccess {
  @Field(() => TransferPreview)
  preview!: TransferPreview;
}

export const TransferPreviewResult = createUnionType({
  name: 'TransferPreviewResult',
  types: () =>
    [
      TransferPreviewSuccess,
      InvalidInput,
      MembershipNotFound,
      TransferNotPossible,
      PlaceOfSupplyUnknown,
    ] as const,
});

@Resolver(() => MembershipTransfer)
export class TransferPreviewResolver {
  @Policy('SIGNED_IN')
  @Query(() => TransferPreviewResult, {
    description: 'What `requestTransfer` would bring about if it were accepted: for whoever may ask for it.',
  })
  @AnswerProblems()
  async transferPreview(
    @Ctx() context: Context,
    @Arg('input', () => TransferPreviewInput) input: TransferPreviewInput,
  ): Promise<typeof TransferPreviewResult> {
    const preview = await previewAsked(context, await readTransfer(context, input));
    return Object.assign(new TransferPreviewSuccess(), { preview });
  }

  @FieldResolver(() => TransferPreview, {
    nullable: true,
    description:
      'What it brings about and costs if it is accepted now; null once it is over, where it cannot be any more, or where `decideTransfer` says what is missing.',
  })
  async preview(
    @Root() { facts }: MembershipTransfer,
    @Ctx() context: Context,
  ): Promise<TransferPreview | null> {
    if (stateOfTransfer(facts, context.clock.now()) !== 'PENDING') return null;
    try {
      return await previewOf(context, await planOfTransfer(context, facts));
    } catch (fault) {
      if (fault instanceof Refusal) return null;
      throw fault;
    }
  }
}
