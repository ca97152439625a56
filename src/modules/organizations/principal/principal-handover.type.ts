import { Ctx, Field, ObjectType } from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import { Node } from '../../../platform/graphql/node.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { Delegate, personsOfActor } from '../../people/index.ts';
import { DelegateRole } from '../delegate-role.ts';
import { organizationById } from '../organization.loaders.ts';
import { mayOnOrganization } from '../organization.policy.ts';
import { rightsOn } from '../organization-rights.ts';
import type { PrincipalHandoverFacts } from './principal-handover.rows.ts';

@Policy('HOLDER')
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    'An offer that stands: the principal delegate offers their place to another delegate. It ends when that one accepts or declines, when it is withdrawn, on its last day, or for good once either has lost the role or the rights that it takes. Where the association approves hand-overs, an accepted offer stands until it has decided.',
})
export class PrincipalHandover extends Node {
  @Field(() => Delegate)
  readonly from: Delegate;

  @Field(() => Delegate)
  readonly to: Delegate;

  @Field(() => [DelegateRole], {
    description:
      'What the leaving principal stays for the organization; empty when they leave it altogether.',
  })
  readonly remainingRoles: readonly DelegateRole[];

  @Field(() => DateTimeScalar)
  readonly offeredAt: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was accepted: since then it waits for the association. Null before.',
  })
  readonly acceptedAt: Date | null;

  @Field(() => DateTimeScalar, {
    description: 'The last instant at which it can be accepted, and once it was, approved.',
  })
  readonly expiresAt: Date;

  constructor(private readonly facts: PrincipalHandoverFacts) {
    super({ kind: 'PrincipalHandover', id: facts.id });
    this.from = new Delegate({
      id: facts.fromPersonId,
      givenName: facts.fromGivenName,
      familyName: facts.fromFamilyName,
    });
    this.to = new Delegate({
      id: facts.toPersonId,
      givenName: facts.toGivenName,
      familyName: facts.toFamilyName,
    });
    this.remainingRoles = facts.remainingRoles;
    this.offeredAt = facts.offeredAt;
    this.acceptedAt = facts.acceptedAt;
    this.expiresAt = facts.expiresAt;
  }

  @Field(() => Boolean, { description: 'Whether `acceptPrincipalHandover` is open to the signed-in person.' })
  async viewerCanAccept(@Ctx() context: Context): Promise<boolean> {
    if (this.acceptedAt !== null) return false;
    return (await personsOfActor(context)).some(({ id }) => id === this.facts.toPersonId);
  }

  @Field(() => Boolean, { description: 'Whether `decidePrincipalHandover` is open to the signed-in person.' })
  async viewerCanDecide(@Ctx() context: Context): Promise<boolean> {
    const organization = this.acceptedAt && (await context.load(organizationById, this.facts.organizationId));
    return organization ? mayOnOrganization('DECIDE_HANDOVER', await rightsOn(context, organization)) : false;
  }
}
