import { ObjectType } from 'type-graphql';
import { Policy } from '../../../platform/graphql/policy.ts';
import { Problem } from '../../../platform/problem.ts';

@Policy('HOLDER')
@ObjectType({ implements: Problem, description: 'No such session, or it is not the person’s own.' })
export class SessionNotFound extends Problem {}
