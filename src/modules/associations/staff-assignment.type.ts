import { Field, ObjectType } from 'type-graphql';
import { toPublicId, type AssociationId, type StaffAssignmentId } from '../../kernel/id.ts';
import { Node } from '../../platform/graphql/node.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { StaffReach, StaffRole } from './staff.enums.ts';

export interface StaffAssignmentFacts {
  readonly id: StaffAssignmentId;
  readonly associationId: AssociationId;
  readonly role: StaffRole;
  readonly reach: StaffReach;
}

@Policy('HOLDER')
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'What a person may do for an association as its staff. Exercised through internal tools only.',
})
export class StaffAssignment extends Node {
  @Field(() => StaffRole)
  readonly role: StaffRole;

  @Field(() => StaffReach)
  readonly reach: StaffReach;

  readonly associationId: AssociationId;

  constructor(facts: StaffAssignmentFacts) {
    super(toPublicId('StaffAssignment', facts.id));
    this.role = facts.role;
    this.reach = facts.reach;
    this.associationId = facts.associationId;
  }
}
