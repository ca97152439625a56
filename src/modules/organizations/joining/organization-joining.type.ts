import { Field, Int, ObjectType } from 'type-graphql';
import { Policy } from '../../../platform/graphql/policy.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import type { DomainFacts, JoiningWays, StandingCode } from './joining.rows.ts';

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'An e-mail domain that the association has verified to be the organization’s own.',
})
export class OrganizationDomain {
  @Field(() => String, { description: 'What stands after the @, in lower case and ASCII.' })
  readonly domain: string;

  @Field(() => DateTimeScalar)
  readonly verifiedAt: Date;

  @Field(() => String, { description: 'What the association has on file for it.' })
  readonly document: string;

  constructor({ domain, verifiedAt, document }: DomainFacts) {
    this.domain = domain;
    this.verifiedAt = verifiedAt;
    this.document = document;
  }
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'The code that an organization gives to its people. The code itself was shown once.',
})
export class OrganizationCode {
  @Field(() => DateTimeScalar)
  readonly createdAt: Date;

  @Field(() => DateTimeScalar, { description: 'The last instant at which it works.' })
  readonly expiresAt: Date;

  @Field(() => Int, { description: 'How many have joined by it.' })
  readonly uses: number;

  constructor({ createdAt, expiresAt, uses }: StandingCode) {
    this.createdAt = createdAt;
    this.expiresAt = expiresAt;
    this.uses = uses;
  }
}

export interface JoiningFacts extends JoiningWays {
  readonly domains: readonly DomainFacts[];
  readonly code: StandingCode | null;
  readonly viewerCanVerifyDomains: boolean;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'How people become delegates of an organization without an invitation.',
})
export class OrganizationJoining {
  @Field(() => Boolean, { description: 'Whether people can find it and ask to join.' })
  readonly acceptsRequests: boolean;

  @Field(() => Boolean, {
    description: 'Whether people with a confirmed address at one of `domains` join by themselves.',
  })
  readonly acceptsDomains: boolean;

  @Field(() => [OrganizationDomain], { description: 'By name.' })
  readonly domains: readonly OrganizationDomain[];

  @Field(() => OrganizationCode, {
    nullable: true,
    description: 'Until it is replaced or turned off, expired or not; null when there is none.',
  })
  readonly code: OrganizationCode | null;

  @Field(() => Boolean, {
    description: 'Whether `verifyOrganizationDomain` is open to the signed-in person.',
  })
  readonly viewerCanVerifyDomains: boolean;

  constructor(facts: JoiningFacts) {
    this.acceptsRequests = facts.acceptsRequests;
    this.acceptsDomains = facts.acceptsDomains;
    this.domains = facts.domains.map(one => new OrganizationDomain(one));
    this.code = facts.code && new OrganizationCode(facts.code);
    this.viewerCanVerifyDomains = facts.viewerCanVerifyDomains;
  }
}
