import { ObjectType } from 'type-graphql';
import { Policy } from '../../../platform/graphql/policy.ts';
import { Problem } from '../../../platform/problem.ts';
import { MOST_ADDRESSES } from './pending-addresses.ts';

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'There is no address of this id on the account of the signed-in person.',
})
export class EmailAddressNotFound extends Problem {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'Mails go to this address: make another one the primary one first.',
})
export class PrimaryAddressKept extends Problem {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'The address is not verified: only one that is can be the primary one.',
})
export class EmailAddressUnverified extends Problem {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'The account has as many addresses as one can have: remove one first.',
})
export class TooManyAddresses extends Problem {
  /** For the wording. */
  readonly most = MOST_ADDRESSES;
}
