import { ObjectType } from 'type-graphql';
import { Policy } from '../../../platform/graphql/policy.ts';
import { Problem } from '../../../platform/problem.ts';

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'No such file, not yours, not received yet, or not sent for the purpose `IMPORT`.',
})
export class InvitationFileNotFound extends Problem {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'No such run of invitations, or not of an association in your care.',
})
export class InvitationRunNotFound extends Problem {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'The run is over: nothing is left to send. Start another.',
})
export class InvitationRunOver extends Problem {}
