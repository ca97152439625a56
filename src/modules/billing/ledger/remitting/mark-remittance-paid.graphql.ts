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
import { Identifier, PlainText } from '../../../../platform/graphql/validators.ts';
import { remittanceAfter } from './find-remittance.ts';
import { markRemittancePaid, LONGEST_REFERENCE } from './mark-remittance-paid.ts';
import { RemittanceBatch } from './remittance.type.ts';
import { RemittanceMovedOn, RemittanceNotFound } from './remitting.problems.ts';

@InputType()
export class MarkRemittancePaidInput {
  @Field(() => ID)
  @Identifier()
  remittanceId!: string;

  @Field(() => String, { description: 'Of the transfer or cheque, at most 140 characters.' })
  @PlainText(LONGEST_REFERENCE)
  reference!: string;

  @Field(() => DateScalar, { nullable: true, description: 'When the money moved; today if left out.' })
  paidOn?: LocalDate | null;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'Its money has moved.' })
export class MarkRemittancePaidSuccess {
  @Field(() => RemittanceBatch)
  batch!: RemittanceBatch;
}

export const MarkRemittancePaidResult = createUnionType({
  name: 'MarkRemittancePaidResult',
  types: () =>
    [
      MarkRemittancePaidSuccess,
      InvalidInput,
      RemittanceNotFound,
      RemittanceMovedOn,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class MarkRemittancePaidResolver {
  @Policy('STAFF', ClientScope.MONEY_WRITE)
  @Mutation(() => MarkRemittancePaidResult, {
    description:
      'Records that the money of an approved remittance went to the body, or for a claim came from it. Role ADMIN or FINANCE of the book.',
  })
  @AnswerProblems()
  async markRemittancePaid(
    @Ctx() context: Context,
    @Arg('input', () => MarkRemittancePaidInput)
    { paidOn, idempotencyKey, ...input }: MarkRemittancePaidInput,
  ): Promise<typeof MarkRemittancePaidResult> {
    const id = await markRemittancePaid(context, {
      ...input,
      paidOn: paidOn ?? undefined,
      idempotencyKey: idempotencyKey ?? undefined,
    });
    return Object.assign(new MarkRemittancePaidSuccess(), { batch: await remittanceAfter(context, id) });
  }
}
