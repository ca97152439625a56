import { Field, ObjectType } from 'type-graphql';
import { Account } from '../modules/accounts/index.ts';
import { StaffAssignment } from '../modules/associations/index.ts';
import { Membership } from '../modules/memberships/index.ts';
import { Delegation } from '../modules/organizations/index.ts';
import { Person } from '../modules/people/index.ts';
import type { Lazy } from '../platform/graphql/lazy.ts';
import { Policy } from '../platform/graphql/policy.ts';

export interface ViewerFacts {
  readonly account: Account;
  readonly persons: readonly Person[];
  readonly actingPerson: Person | null;
  readonly memberships: readonly Membership[];
  readonly delegations: readonly Delegation[];
  readonly staffAssignments: Lazy<readonly StaffAssignment[]>;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description:
    "The signed-in account with what it has in the calling client's tree. Nothing passes from one tree to another.",
})
export class Viewer {
  @Field(() => Account)
  readonly account: Account;

  @Field(() => [Person], {
    description: 'One, or two for a joint account; none before a record was attached.',
  })
  readonly persons: readonly Person[];

  @Field(() => Person, {
    nullable: true,
    description:
      'Who acts when nobody is named; null when the account leaves a choice, or has no person here.',
  })
  readonly actingPerson: Person | null;

  @Field(() => [Membership], {
    description: 'Those of its persons. Those of an organization are found there.',
  })
  readonly memberships: readonly Membership[];

  @Field(() => [Delegation], {
    description: 'Those in force now. One whose rights are suspended is left out.',
  })
  readonly delegations: readonly Delegation[];

  @Field(() => [StaffAssignment], {
    description: 'Those that this client may exercise: none unless it is an internal tool.',
  })
  readonly staffAssignments: Lazy<readonly StaffAssignment[]>;

  constructor(parts: ViewerFacts) {
    this.account = parts.account;
    this.persons = parts.persons;
    this.actingPerson = parts.actingPerson;
    this.memberships = parts.memberships;
    this.delegations = parts.delegations;
    this.staffAssignments = parts.staffAssignments;
  }
}
