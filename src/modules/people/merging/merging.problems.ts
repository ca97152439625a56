import { Field, Int, ObjectType } from 'type-graphql';
import { Policy } from '../../../platform/graphql/policy.ts';
import { NextStep, NextStepKind } from '../../../platform/graphql/next-step.ts';
import { ProblemWithNext } from '../../../platform/graphql/problem-with-next.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { Problem } from '../../../platform/problem.ts';
import { CarriedThing } from './merging.enums.ts';
import type { Carried } from './trail.ts';

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description:
    'Nobody acts as staff on their own record, or on one that is to become theirs. Nothing was done.',
})
export class MergeOfOwnRecord extends Problem {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description:
    'Each of the two has an account of its own. The person joins them first with `linkAccounts`: only they can prove that both are theirs.',
})
export class MergeNeedsOneAccount extends ProblemWithNext {
  constructor() {
    super(new NextStep(NextStepKind.LINK_ACCOUNTS));
  }
}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description:
    'Both are members of the same association at the same time. End one of the two memberships first, then merge.',
})
export class MergeNeedsOneMembership extends Problem {
  @Field(() => [String], { description: 'Both, the one of the kept record first.' })
  readonly memberNumbers: readonly string[];

  constructor(memberNumbers: readonly string[]) {
    super();
    this.memberNumbers = memberNumbers;
  }
}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description:
    'Invoices of both bill the same days of what would be one membership. Credit one of them first, then merge.',
})
export class MergeBillsTwice extends Problem {
  @Field(() => [String], { description: 'The numbers of those invoices, as printed.' })
  readonly invoiceNumbers: readonly string[];

  constructor(invoiceNumbers: readonly string[]) {
    super();
    this.invoiceNumbers = invoiceNumbers;
  }
}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description:
    'A death is on file for one of the two, and not for the other. Record it for the other too, or withdraw it, then merge.',
})
export class MergeOfLivingAndDead extends Problem {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'A merge of the same two records waits for approval already, in this direction or the other.',
})
export class MergeAlreadyPrepared extends Problem {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description:
    'No such merge, not one of yours, or no longer one with which this can be done: it was approved, withdrawn or undone meanwhile.',
})
export class RecordMergeNotFound extends Problem {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'Whoever prepared a merge does not approve it: somebody else does.',
})
export class MergeNeedsSecondPerson extends Problem {}

@Policy('HOLDER')
@ObjectType({ implements: Problem, description: 'The days in which a merge can be undone are over.' })
export class MergeUndoTooLate extends Problem {
  @Field(() => DateTimeScalar, { description: 'When they ended.' })
  readonly undoUntil: Date;

  constructor(undoUntil: Date) {
    super();
    this.undoUntil = undoUntil;
  }
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'How many of one kind.' })
export class CarriedCount {
  @Field(() => CarriedThing)
  readonly thing: CarriedThing;

  @Field(() => Int)
  readonly count: number;

  constructor({ thing, count }: Carried) {
    this.thing = thing;
    this.count = count;
  }
}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description:
    'What moved has changed since, so that the two records cannot be put back as they were. Nothing was done.',
})
export class MergeHasMovedOn extends Problem {
  @Field(() => [CarriedCount], { description: 'What stands in the way.' })
  readonly changed: readonly CarriedCount[];

  constructor(changed: readonly Carried[]) {
    super();
    this.changed = changed.map(one => new CarriedCount(one));
  }
}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'No such task, not one of yours, or one that was closed meanwhile.',
})
export class MergeTaskNotFound extends Problem {}
