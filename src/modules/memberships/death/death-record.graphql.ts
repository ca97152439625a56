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
import { PlaceOfSupplyUnknown } from '../membership.problems.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Context } from '../../../platform/context.ts';
import { AnswerProblems } from '../../../platform/graphql/answer-problems.ts';
import { InvalidInput } from '../../../platform/graphql/invalid-input.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { DateScalar } from '../../../platform/graphql/scalars.ts';
import { Identifier } from '../../../platform/graphql/validators.ts';
import { HolderHasRightsElsewhere } from '../../accounts/index.ts';
import { mayAsStaff } from '../../associations/index.ts';
import { Person, personById, PersonNotFound } from '../../people/index.ts';
import { consequencesOf } from '../transfers/index.ts';
import { DeathOnRecord } from './death.problems.ts';
import { deathsOfPerson } from './death.rows.ts';
import { DeathPreview, DeathRecord } from './death.type.ts';
import { changesOf, planDeath } from './plan-death.ts';
import { effectsOf, togetherOf } from './shown-total.ts';

@InputType()
export class DeathPreviewInput {
  @Field(() => ID)
  @Identifier()
  personId!: string;

  @Field(() => DateScalar, { description: 'The day of the death, today at the latest.' })
  diedOn!: LocalDate;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'Nothing was done.' })
export class DeathPreviewSuccess {
  @Field(() => DeathPreview)
  preview!: DeathPreview;
}

export const DeathPreviewResult = createUnionType({
  name: 'DeathPreviewResult',
  types: () =>
    [
      DeathPreviewSuccess,
      InvalidInput,
      PersonNotFound,
      DeathOnRecord,
      HolderHasRightsElsewhere,
      PlaceOfSupplyUnknown,
    ] as const,
});

@Resolver(() => Person)
export class DeathRecordResolver {
  @Policy('STAFF')
  @Query(() => DeathPreviewResult, {
    description: 'What `recordDeath` would bring about: for whoever may record it.',
  })
  @AnswerProblems()
  async deathPreview(
    @Ctx() context: Context,
    @Arg('input', () => DeathPreviewInput) input: DeathPreviewInput,
  ): Promise<typeof DeathPreviewResult> {
    const plan = await planDeath(context, input);
    const changes = changesOf(plan);
    const effect = togetherOf(await effectsOf(context, changes));
    const consequences = await Promise.all(changes.map(change => consequencesOf(context, change)));
    const preview = new DeathPreview(plan, effect, consequences.flat(), context);
    return Object.assign(new DeathPreviewSuccess(), { preview });
  }

  @FieldResolver(() => DeathRecord, {
    nullable: true,
    description:
      'As their own body recorded it, or else as the first one that did. For staff with role ADMIN or MEMBERSHIP of the body that keeps the person’s record or made one of the death; null for the living, and for anybody else.',
  })
  async deathRecord(@Root() { facts }: Person, @Ctx() context: Context): Promise<DeathRecord | null> {
    const person = await context.load(personById, facts.id);
    if (!person) return null;
    const records = await context.load(deathsOfPerson, person.id);
    const own = await Promise.all(
      records.map(({ associationId }) => mayAsStaff(context, 'READ_PEOPLE', associationId)),
    );
    const mayAll = await mayAsStaff(context, 'READ_PEOPLE', person.associationId);
    const record = records.find((_, i) => own[i]) ?? (mayAll ? records[0] : undefined);
    return record === undefined ? null : new DeathRecord(record);
  }
}
