import { ObjectType } from 'type-graphql';
import { Policy } from '../../../platform/graphql/policy.ts';
import { Problem } from '../../../platform/problem.ts';

@Policy('HOLDER')
@ObjectType({ implements: Problem, description: 'Nobody puts themselves on the staff. Nothing was done.' })
export class OwnStaffRole extends Problem {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description:
    'The person has no account of their own that can be used: none, one that is shared, or one that is closed. Invite them to the role. Nothing was done.',
})
export class StaffNeedsOwnAccount extends Problem {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'It goes further than what the signed-in person has there themselves. Nothing was done.',
})
export class StaffReachBeyondOwn extends Problem {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'The person has this role there for some of that time already. Nothing was done.',
})
export class StaffRoleHeld extends Problem {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'No such assignment, or not one that the person may end: both are the same answer.',
})
export class StaffAssignmentNotFound extends Problem {}

@Policy('HOLDER')
@ObjectType({ implements: Problem, description: 'It has ended already, or does by then. Nothing was done.' })
export class StaffAssignmentEnded extends Problem {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description:
    'Nobody else would administer the association, or one below it: make somebody else an administrator first. Nothing was done.',
})
export class LastAdministrator extends Problem {}
