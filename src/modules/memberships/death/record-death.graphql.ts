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
import { PlaceOfSupplyUnknown } from '../membership.problems.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Context } from '../../../platform/context.ts';
import { AnswerProblems } from '../../../platform/graphql/answer-problems.ts';
import { SignInTooOld } from '../../../platform/graphql/fresh-sign-in.ts';
import { IdempotencyKeyReused } from '../../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../../platform/graphql/invalid-input.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { DateScalar } from '../../../platform/graphql/scalars.ts';
import { Identifier } from '../../../platform/graphql/validators.ts';
import { HolderHasRightsElsewhere } from '../../accounts/index.ts';
import { Person, PersonNotFound } from '../../people/index.ts';
import { MoneyEffectChanged } from '../money-effect.problems.ts';
import { DeathOnRecord } from './death.problems.ts';
import { personAfter } from './person-after.ts';
import { recordDeath } from './record-death.ts';

@InputType()
export class RecordDeathInput {
  @Field(() => ID)
  @Identifier()
  personId!: string;

  @Field(() => DateScalar, {
    description: 'Today at the latest. Memberships end on the day after: whoever died was a member that day.',
  })
  diedOn!: LocalDate;

  @Field(() => ID, {
    nullable: true,
    description:
      'A document on it, which you have sent by `createUpload` for the association whose office records it.',
  })
  @Identifier()
  uploadId?: string | null;

  @Field(() => GraphQLSafeInt, {
    description: 'The total of `deathPreview`, in cents, as the person has seen it.',
  })
  shownTotalCents!: number;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'It stands on record. Nothing is sent to the person any more, and what waited is withdrawn.',
})
export class RecordDeathSuccess {
  @Field(() => Person)
  person!: Person;
}

export const RecordDeathResult = createUnionType({
  name: 'RecordDeathResult',
  types: () =>
    [
      RecordDeathSuccess,
      InvalidInput,
      PersonNotFound,
      DeathOnRecord,
      HolderHasRightsElsewhere,
      MoneyEffectChanged,
      PlaceOfSupplyUnknown,
      SignInTooOld,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class RecordDeathResolver {
  @Policy('STAFF')
  @Mutation(() => RecordDeathResult, {
    description:
      'Puts a death on record: ends the memberships in the bodies where you are staff and tells the others of the tree, ends sessions and bars sign-in unless somebody else uses the account, and withdraws every mail that waits. Role ADMIN or MEMBERSHIP, signed in within ten minutes.',
  })
  @AnswerProblems()
  async recordDeath(
    @Ctx() context: Context,
    @Arg('input', () => RecordDeathInput) { idempotencyKey, ...input }: RecordDeathInput,
  ): Promise<typeof RecordDeathResult> {
    const { personId } = await recordDeath(context, {
      ...input,
      idempotencyKey: idempotencyKey ?? undefined,
    });
    return Object.assign(new RecordDeathSuccess(), { person: await personAfter(context, personId) });
  }
}
