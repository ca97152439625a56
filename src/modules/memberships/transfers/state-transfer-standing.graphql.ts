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
import { transferAfter } from './find-transfer.ts';
import { MembershipTransfer } from './membership-transfer.type.ts';
import { LONGEST_NOTE, stateTransferStanding } from './state-transfer-standing.ts';
import { TransferNotFound, TransferOver } from './transfer.problems.ts';
import { TRANSFER_STANDINGS, type TransferStanding } from './transfer-words.ts';

@InputType()
export class StateTransferStandingInput {
  @Field(() => ID)
  @Identifier()
  transferId!: string;

  @Field(() => TRANSFER_STANDINGS)
  standing!: TransferStanding;

  @Field(() => String, {
    nullable: true,
    description: `What is owed or open, at most ${String(LONGEST_NOTE)} characters; nothing for good standing. The other office and the member read it.`,
  })
  @OptionalText(LONGEST_NOTE)
  note?: string | null;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'The office that decides was told by mail.' })
export class StateTransferStandingSuccess {
  @Field(() => MembershipTransfer)
  transfer!: MembershipTransfer;
}

export const StateTransferStandingResult = createUnionType({
  name: 'StateTransferStandingResult',
  types: () =>
    [
      StateTransferStandingSuccess,
      InvalidInput,
      TransferNotFound,
      TransferOver,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class StateTransferStandingResolver {
  @Policy('STAFF')
  @Mutation(() => StateTransferStandingResult, {
    description:
      'Says for the body that a member leaves whether they are in good standing. It may be said otherwise until the transfer is decided.',
  })
  @AnswerProblems()
  async stateTransferStanding(
    @Ctx() context: Context,
    @Arg('input', () => StateTransferStandingInput)
    { idempotencyKey, ...input }: StateTransferStandingInput,
  ): Promise<typeof StateTransferStandingResult> {
    const { id } = await stateTransferStanding(context, {
      ...input,
      idempotencyKey: idempotencyKey ?? undefined,
    });
    return Object.assign(new StateTransferStandingSuccess(), { transfer: await transferAfter(context, id) });
  }
}
