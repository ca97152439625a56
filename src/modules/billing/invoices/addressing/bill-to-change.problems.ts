import { ObjectType } from 'type-graphql';
import { Policy } from '../../../../platform/graphql/policy.ts';
import { Problem } from '../../../../platform/problem.ts';

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description:
    'Another change of the addressee of this invoice waits for approval: approve or decline that one first. Nothing was done.',
})
export class BillToChangeWaits extends Problem {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'No such change, or not one about which the person may decide: both are the same answer.',
})
export class BillToChangeNotFound extends Problem {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'It was approved or declined before. Nothing was done.',
})
export class BillToChangeNotWaiting extends Problem {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'Whoever asked for a change cannot approve it: somebody else must. Nothing was done.',
})
export class BillToChangeNeedsSomebodyElse extends Problem {}
