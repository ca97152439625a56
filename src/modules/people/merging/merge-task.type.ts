import { Ctx, Field, ObjectType } from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import { Node } from '../../../platform/graphql/node.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import type { MergeTaskEntity } from '../merge-task.entity.ts';
import { personById } from '../person.loaders.ts';
import { Person } from '../person.type.ts';
import { carriedByPerson } from './carried.ts';
import { CarriedCount } from './merging.problems.ts';

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'One of two records that may be one person.' })
export class MergeCandidate {
  @Field(() => Person)
  readonly person: Person;

  @Field(() => Boolean, { description: 'Whether it belongs to an account.' })
  readonly hasAccount: boolean;

  constructor(person: Person) {
    this.person = person;
    this.hasAccount = person.facts.accountId !== null;
  }

  @Field(() => [CarriedCount], {
    description: 'What would move with it, past rows included; what it has none of is left out.',
  })
  async carries(@Ctx() context: Context): Promise<readonly CarriedCount[]> {
    const carried = await context.load(carriedByPerson, this.person.facts.id);
    return carried.map(one => new CarriedCount(one));
  }
}

@Policy('HOLDER')
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    'Two records that may be one person. Staff make them one with `mergePersons`, or say with `dismissMergeTask` that they are two.',
})
export class MergeTask extends Node {
  @Field(() => DateTimeScalar)
  readonly openedAt: Date;

  constructor(readonly facts: MergeTaskEntity) {
    super({ kind: 'MergeTask', id: facts.id });
    this.openedAt = facts.openedAt;
  }

  @Field(() => MergeCandidate, { description: 'The record whose account led to the question.' })
  kept(@Ctx() context: Context): Promise<MergeCandidate> {
    return candidate(context, this.facts.keptPersonId);
  }

  @Field(() => MergeCandidate)
  other(@Ctx() context: Context): Promise<MergeCandidate> {
    return candidate(context, this.facts.otherPersonId);
  }
}

async function candidate(context: Context, personId: string): Promise<MergeCandidate> {
  const person = await context.load(personById, personId);
  if (!person) throw new Error('an open task names a record that is gone');
  return new MergeCandidate(new Person(person));
}
