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
import { Ledger } from '../reading/ledger.type.ts';
import { closePeriod } from './close-period.ts';
import { PeriodClosedAlready } from './closing.problems.ts';

@InputType()
export class ClosePeriodInput {
  @Field(() => ID, { description: 'Whose book.' })
  @Identifier()
  bookId!: string;

  @Field(() => DateScalar, { description: 'The last day to be closed; it must be over.' })
  throughOn!: LocalDate;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description:
    'Nothing is posted on those days any more: what is recorded later stands on the first open one.',
})
export class ClosePeriodSuccess {
  @Field(() => Ledger, { description: 'The whole book.' })
  ledger!: Ledger;
}

export const ClosePeriodResult = createUnionType({
  name: 'ClosePeriodResult',
  types: () => [ClosePeriodSuccess, InvalidInput, PeriodClosedAlready, IdempotencyKeyReused] as const,
});

@Resolver()
export class ClosePeriodResolver {
  @Policy('STAFF', ClientScope.MONEY_WRITE)
  @Mutation(() => ClosePeriodResult, {
    description:
      'Closes a book up to a day, once it agrees with the bank. It is never opened again. Role ADMIN or FINANCE there.',
  })
  @AnswerProblems()
  async closePeriod(
    @Ctx() context: Context,
    @Arg('input', () => ClosePeriodInput) { idempotencyKey, ...input }: ClosePeriodInput,
  ): Promise<typeof ClosePeriodResult> {
    const bookId = await closePeriod(context, { ...input, idempotencyKey: idempotencyKey ?? undefined });
    const ledger = new Ledger({ bookId, bodyId: null, from: null, to: null, account: null });
    return Object.assign(new ClosePeriodSuccess(), { ledger });
  }
}
