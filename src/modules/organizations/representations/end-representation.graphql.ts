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
import { SignInTooOld } from '../../../platform/graphql/fresh-sign-in.ts';
import { IdempotencyKeyReused } from '../../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../../platform/graphql/invalid-input.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { DateScalar } from '../../../platform/graphql/scalars.ts';
import { Identifier } from '../../../platform/graphql/validators.ts';
import { endRepresentation } from './end-representation.ts';
import { representationAfter } from './representation-after.ts';
import { RepresentationEnded, RepresentationNotFound } from './representation.problems.ts';
import { Representation } from './representation.type.ts';

@InputType()
export class EndRepresentationInput {
  @Field(() => ID)
  @Identifier()
  representationId!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day, inclusive; it may lie in the past. Yesterday if left out: it holds no more.',
  })
  to?: LocalDate | null;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'What was stays on record. Both were told by mail where they can be.',
})
export class EndRepresentationSuccess {
  @Field(() => Representation)
  representation!: Representation;
}

export const EndRepresentationResult = createUnionType({
  name: 'EndRepresentationResult',
  types: () =>
    [
      EndRepresentationSuccess,
      InvalidInput,
      RepresentationNotFound,
      RepresentationEnded,
      SignInTooOld,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class EndRepresentationResolver {
  @Policy('STAFF')
  @Mutation(() => EndRepresentationResult, {
    description:
      'Ends a representation on a day; one that has not begun by then never holds. Nothing else of it changes: record another. Roles ADMIN and MEMBERSHIP there, a sign-in of the last ten minutes; never of one’s own record, nor one’s own.',
  })
  @AnswerProblems()
  async endRepresentation(
    @Ctx() context: Context,
    @Arg('input', () => EndRepresentationInput) { idempotencyKey, ...input }: EndRepresentationInput,
  ): Promise<typeof EndRepresentationResult> {
    const id = await endRepresentation(context, { ...input, idempotencyKey: idempotencyKey ?? undefined });
    const representation = await representationAfter(context, id);
    return Object.assign(new EndRepresentationSuccess(), { representation });
  }
}
