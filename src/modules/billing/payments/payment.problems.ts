import { ObjectType } from 'type-graphql';
import { Policy } from '../../../platform/graphql/policy.ts';
import { Problem } from '../../../platform/problem.ts';

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'The same transaction of the bank or the gateway was received before. Nothing was done.',
})
export class PaymentAlreadyReceived extends Problem {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'No such payment, or not one for which the person may do this: both are the same answer.',
})
export class PaymentNotFound extends Problem {}

@Policy('HOLDER')
@ObjectType({ implements: Problem, description: 'Nothing is left to pay of the invoice. Nothing was done.' })
export class NothingOwed extends Problem {}
