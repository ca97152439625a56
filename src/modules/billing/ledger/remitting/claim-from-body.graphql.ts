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
import { claimFromBody } from './claim-from-body.ts';
import { remittanceAfter } from './find-remittance.ts';
import { RemittanceBatch } from './remittance.type.ts';
import { NothingToClaim } from './remitting.problems.ts';

@InputType()
export class ClaimFromBodyInput {
  @Field(() => ID, { description: 'Whose book: the association that received the money.' })
  @Identifier()
  bookId!: string;

  @Field(() => ID, { description: 'From which association.' })
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
@ObjectType({ simpleResolvers: true, description: 'The claim waits for the approval of somebody else.' })
export class ClaimFromBodySuccess {
  @Field(() => RemittanceBatch)
  batch!: RemittanceBatch;
}

export const ClaimFromBodyResult = createUnionType({
  name: 'ClaimFromBodyResult',
  types: () => [ClaimFromBodySuccess, InvalidInput, NothingToClaim, IdempotencyKeyReused] as const,
});

@Resolver()
export class ClaimFromBodyResolver {
  @Policy('STAFF', ClientScope.MONEY_WRITE)
  @Mutation(() => ClaimFromBodyResult, {
    description:
      'Asks a body for what it was remitted beyond what it is owed, where one does not wait for the next remittance to take it off. Role ADMIN or FINANCE of the book.',
  })
  @AnswerProblems()
  async claimFromBody(
    @Ctx() context: Context,
    @Arg('input', () => ClaimFromBodyInput) { idempotencyKey, ...input }: ClaimFromBodyInput,
  ): Promise<typeof ClaimFromBodyResult> {
    const id = await claimFromBody(context, { ...input, idempotencyKey: idempotencyKey ?? undefined });
    return Object.assign(new ClaimFromBodySuccess(), { batch: await remittanceAfter(context, id) });
  }
}
