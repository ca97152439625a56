import { Field, ObjectType } from 'type-graphql';
import { ClientScope } from '../../../platform/graphql/client-scope.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { Problem } from '../../../platform/problem.ts';

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'There is no such client, or it is not yours to look after.',
})
export class ClientNotFound extends Problem {}

@Policy('HOLDER')
@ObjectType({ implements: Problem, description: 'The client was revoked, for good. Register another.' })
export class ClientRevoked extends Problem {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description:
    'Somebody else has just made a new key for this client. Look at it again before you make another.',
})
export class ClientKeyJustRotated extends Problem {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description:
    'Only a realm administrator, whom the operator of the realm appoints, may let a client take passwords, at further origins, or by another secret key or key pair.',
})
export class RealmAdministratorNeeded extends Problem {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'The tool that asks has fewer scopes than what it asks for. Nothing was done.',
})
export class ScopesBeyondOwn extends Problem {
  @Field(() => [ClientScope], { description: 'Those that the tool lacks.' })
  readonly scopes: readonly ClientScope[];

  constructor(scopes: readonly ClientScope[]) {
    super();
    this.scopes = scopes;
  }
}
