import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Resolver,
} from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { AnswerProblems } from '../../platform/graphql/answer-problems.ts';
import { IdempotencyKeyReused } from '../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../platform/graphql/invalid-input.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { DateTimeScalar } from '../../platform/graphql/scalars.ts';
import { advanceClock, type TimeParts } from './advance-clock.ts';

@InputType({ description: 'A length of time: the sum of its parts, none of which is negative.' })
export class TimeStep {
  @Field(() => Int, {
    nullable: true,
    description: 'Of 24 hours each, whatever the clocks of a province do.',
  })
  days?: number | null;

  @Field(() => Int, { nullable: true })
  hours?: number | null;

  @Field(() => Int, { nullable: true })
  minutes?: number | null;

  @Field(() => Int, { nullable: true })
  seconds?: number | null;
}

@InputType({ description: 'Either `to` or `by`.' })
export class AdvanceClockInput {
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'The instant that it is then: later than now, by 5 years at most.',
  })
  to?: Date | null;

  @Field(() => TimeStep, { nullable: true, description: 'By how much: more than nothing, 5 years at most.' })
  by?: TimeStep | null;

  @Field(() => String, {
    nullable: true,
    description: 'Made per intent, at most 255 characters: the same key does the same thing once.',
  })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'The clock has moved. It goes on from there.' })
export class AdvanceClockSuccess {
  @Field(() => DateTimeScalar, { description: 'The time of the realm when it had moved.' })
  now!: Date;
}

export const AdvanceClockResult = createUnionType({
  name: 'AdvanceClockResult',
  types: () => [AdvanceClockSuccess, InvalidInput, IdempotencyKeyReused] as const,
});

@Resolver()
export class AdvanceClockResolver {
  @Policy('TEST_CLIENT')
  @Mutation(() => AdvanceClockResult, {
    description:
      'Test realms, with a secret key: moves the time by which everything is judged (expiries, sessions, limits, waiting mail), for everybody in the realm and until `resetTestData`. Never the machine’s own time: logs, the mailbox and nightly housekeeping keep that. The process that answers knows at once, others within about a second; what waited for the time that has passed is done within a few seconds.',
  })
  @AnswerProblems()
  async advanceClock(
    @Ctx() context: Context,
    @Arg('input', () => AdvanceClockInput) { to, by, idempotencyKey }: AdvanceClockInput,
  ): Promise<typeof AdvanceClockResult> {
    const moved = await advanceClock(context, {
      to: to ?? null,
      by: by ? partsOf(by) : null,
      idempotencyKey: idempotencyKey ?? undefined,
    });
    return Object.assign(new AdvanceClockSuccess(), moved);
  }
}

const partsOf = ({ days, hours, minutes, seconds }: TimeStep): TimeParts => ({
  days: days ?? 0,
  hours: hours ?? 0,
  minutes: minutes ?? 0,
  seconds: seconds ?? 0,
});
