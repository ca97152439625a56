import { ObjectType } from 'type-graphql';
import { Problem } from '../problem.ts';
import { Policy } from './policy.ts';

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description:
    'The idempotency key was already used with another input. Nothing was done: make a new key per intent.',
})
export class IdempotencyKeyReused extends Problem {}
