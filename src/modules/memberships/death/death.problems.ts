import { Field, ObjectType } from 'type-graphql';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { DateScalar } from '../../../platform/graphql/scalars.ts';
import { Problem } from '../../../platform/problem.ts';

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description:
    'The body has put the death of this person on record already, or another one did and there is nothing to end here. Nothing was done.',
})
export class DeathOnRecord extends Problem {
  @Field(() => DateScalar)
  readonly diedOn: LocalDate;

  constructor(diedOn: LocalDate) {
    super();
    this.diedOn = diedOn;
  }
}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description:
    'No death of this person is on record, or the office of another body recorded it: both are the same answer.',
})
export class DeathRecordNotFound extends Problem {}
