import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { NextStep } from '../../platform/graphql/next-step.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { ProblemWithNext } from '../../platform/graphql/problem-with-next.ts';
import { Problem } from '../../platform/problem.ts';

export enum UploadQuota {
  ACCOUNT_MEGABYTES = 'ACCOUNT_MEGABYTES',
  ACCOUNT_FILES_A_DAY = 'ACCOUNT_FILES_A_DAY',
  ASSOCIATION_MEGABYTES = 'ASSOCIATION_MEGABYTES',
  ASSOCIATION_FILES_A_DAY = 'ASSOCIATION_FILES_A_DAY',
}
registerEnumType(UploadQuota, {
  name: 'UploadQuota',
  description: 'What there may be only so much of.',
  valuesConfig: {
    ACCOUNT_MEGABYTES: { description: 'What the files of one account for one purpose hold, in megabytes.' },
    ACCOUNT_FILES_A_DAY: { description: 'How many files one account announces in 24 hours.' },
    ASSOCIATION_MEGABYTES: { description: 'What all files of an association hold, in megabytes.' },
    ASSOCIATION_FILES_A_DAY: { description: 'How many files are announced for an association in 24 hours.' },
  },
});

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'There is no room for this file. What was announced and did not come counts until it expires.',
})
export class UploadQuotaReached extends ProblemWithNext {
  @Field(() => UploadQuota)
  readonly quota: UploadQuota;

  @Field(() => Int, { description: 'Files or megabytes, as `quota` says.' })
  readonly limit: number;

  @Field(() => Int, { description: 'Of `limit`, without this file.' })
  readonly used: number;

  constructor(reached: { quota: UploadQuota; limit: number; used: number }, next: NextStep) {
    super(next);
    this.quota = reached.quota;
    this.limit = reached.limit;
    this.used = reached.used;
  }
}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description:
    'The signed-in person may not send this file there: it is not their association, or they have no role for it.',
})
export class UploadNotAllowed extends ProblemWithNext {}
