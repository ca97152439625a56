import { ObjectType } from 'type-graphql';
import { Policy } from '../../../../platform/graphql/policy.ts';
import { Problem } from '../../../../platform/problem.ts';

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description:
    'Somebody has said already how and when this invoice will be paid: withdraw that first. Nothing was done.',
})
export class IntentAlreadyStated extends Problem {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'Nobody stands by an intent to pay this invoice. Nothing was done.',
})
export class NoIntentStands extends Problem {}
