import { ObjectType } from 'type-graphql';
import { Policy } from '../../../platform/graphql/policy.ts';
import { Problem } from '../../../platform/problem.ts';

/** Memberships answer with them too: whoever changes one is billed for it. */
export { FeeAlreadyCharged, PeriodAlreadyBilled } from '../../memberships/index.ts';

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'No such invoice, or not one for which the person may do this: both are the same answer.',
})
export class InvoiceNotFound extends Problem {}
