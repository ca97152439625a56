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
import type { LocalDate } from '../../../../kernel/local-date.ts';
import type { Context } from '../../../../platform/context.ts';
import { AnswerProblems } from '../../../../platform/graphql/answer-problems.ts';
import { ClientScope } from '../../../../platform/graphql/client-scope.ts';
import { IdempotencyKeyReused } from '../../../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../../../platform/graphql/invalid-input.ts';
import { Policy } from '../../../../platform/graphql/policy.ts';
import { DateScalar } from '../../../../platform/graphql/scalars.ts';
import { Identifier } from '../../../../platform/graphql/validators.ts';
import { remittanceAfter } from './find-remittance.ts';
import { prepareRemittance } from './prepare-remittance.ts';
import { RemittanceBatch } from './remittance.type.ts';
import { BodyOwesMore, NothingToRemit } from './remitting.problems.ts';

@InputType()
export class PrepareRemittanceInput {
  @Field(() => ID, { description: 'Whose book: the association that received the money.' })
  @Identifier()
  bookId!: string;

  @Field(() => ID, { description: 'To which association.' })
  @Identifier()
  bodyId!: string;

  @Field(() => DateScalar, {
    description:
      'The first day of the period. It names it: what is older and stands in no batch is gathered too.',
  })
  from!: LocalDate;

  @Field(() => DateScalar, { description: 'The last day: what was posted later is left for later.' })
  to!: LocalDate;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'The batch waits for the approval of somebody else.' })
export class PrepareRemittanceSuccess {
  @Field(() => RemittanceBatch)
  batch!: RemittanceBatch;
}

export const PrepareRemittanceResult = createUnionType({
  name: 'PrepareRemittanceResult',
  types: () =>
    [PrepareRemittanceSuccess, InvalidInput, NothingToRemit, BodyOwesMore, IdempotencyKeyReused] as const,
});

@Resolver()
export class PrepareRemittanceResolver {
  @Policy('STAFF', ClientScope.MONEY_WRITE)
  @Mutation(() => PrepareRemittanceResult, {
    description:
      'Gathers all that a body is owed up to the end of a period and stands in no batch, prices and taxes, less what was refunded, returned or lost since: each entry stands in one batch at most. Role ADMIN or FINANCE of the book.',
  })
  @AnswerProblems()
  async prepareRemittance(
    @Ctx() context: Context,
    @Arg('input', () => PrepareRemittanceInput) { idempotencyKey, ...input }: PrepareRemittanceInput,
  ): Promise<typeof PrepareRemittanceResult> {
    const id = await prepareRemittance(context, { ...input, idempotencyKey: idempotencyKey ?? undefined });
    return Object.assign(new PrepareRemittanceSuccess(), { batch: await remittanceAfter(context, id) });
  }
}
