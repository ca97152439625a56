import { Field, ObjectType } from 'type-graphql';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import { Policy } from '../../../../platform/graphql/policy.ts';
import { DateScalar } from '../../../../platform/graphql/scalars.ts';
import { Problem } from '../../../../platform/problem.ts';

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description:
    'The book is closed up to that day or a later one already, and is never opened again. Nothing was done.',
})
export class PeriodClosedAlready extends Problem {
  @Field(() => DateScalar, { description: 'The last day that is closed.' })
  readonly throughOn: LocalDate;

  constructor(throughOn: LocalDate) {
    super();
    this.throughOn = throughOn;
  }
}
