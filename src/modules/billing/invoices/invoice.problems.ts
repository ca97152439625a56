import { ObjectType } from 'type-graphql';
import { Policy } from '../../../platform/graphql/policy.ts';
import { Problem } from '../../../platform/problem.ts';

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description:
    'A line of an open or paid invoice is for some of these days of the membership already. Nothing was done.',
})
export class PeriodAlreadyBilled extends Problem {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'No such invoice, or not one for which the person may do this: both are the same answer.',
})
export class InvoiceNotFound extends Problem {}
