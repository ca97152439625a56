import { Field, ObjectType } from 'type-graphql';
import { type AssociationId, type StaffAssignmentId } from '../../kernel/id.ts';
import { Node } from '../../platform/graphql/node.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { DateTimeScalar } from '../../platform/graphql/scalars.ts';
import { StaffReach, StaffRole } from './staff.enums.ts';

export interface StaffAssignmentFacts {
  readonly id: StaffAssignmentId;
  readonly associationId: AssociationId;
  readonly role: StaffRole;
  readonly reach: StaffReach;
  readonly fromAt: Date;
  readonly toAt: Date | null;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'What the signed-in person may do about an assignment through the client that they use.',
})
export class StaffAssignmentActions {
  @Field(() => Boolean, { description: 'By `endStaffAssignment`.' })
  readonly end: boolean;

  constructor(end: boolean) {
    this.end = end;
  }
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

  @Field(() => DateTimeScalar)
  readonly from: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'It does not hold at this instant any more; null: with no end in sight.',
  })
  readonly to: Date | null;

  readonly associationId: AssociationId;

  constructor(readonly facts: StaffAssignmentFacts) {
    super({ kind: 'StaffAssignment', id: facts.id });
    this.role = facts.role;
    this.reach = facts.reach;
    this.from = facts.fromAt;
    this.to = facts.toAt;
    this.associationId = facts.associationId;
  }
}
