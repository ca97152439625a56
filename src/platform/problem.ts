import { Ctx, Field, InterfaceType } from 'type-graphql';
import type { Context } from './context.ts';

/**
 * A refusal that the person can understand and act on ("this invitation has expired").
 * It reaches the client as data: its type name is its stable code and the key of its wording.
 * Faults of the caller's program or of ours are thrown as ordinary errors instead.
 */
@InterfaceType('Problem', {
  description:
    'A refusal that the person using the website can understand and act on. The type name is its code.',
  resolveType: (problem: object) => problem.constructor.name,
})
export abstract class Problem {
  @Field(() => String, { description: 'Wording in the language of the request, safe to show.' })
  message(@Ctx() context: Context): string {
    return context.wording.of(this.constructor.name, Object.fromEntries(Object.entries(this)));
  }
}

/** Carries a problem out of a transaction, which rolls back. (GraphQL re-throws any result that is an `Error`.) */
export class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(problem.constructor.name);
    this.name = 'Refusal';
  }
}

export function refuse(problem: Problem): never {
  throw new Refusal(problem);
}
