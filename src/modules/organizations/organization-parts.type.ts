import { Ctx, Field, ObjectType } from 'type-graphql';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Context } from '../../platform/context.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { DateScalar, PostalCodeScalar } from '../../platform/graphql/scalars.ts';
import { Section } from '../associations/index.ts';
import { addressLines, isKnownAddress, type PostalAddressFacts } from './postal-address.ts';

interface OrganizationActionFacts {
  readonly updateProfile: boolean;
  readonly rename: boolean;
  readonly setSections: boolean;
  readonly inviteDelegates: boolean;
  readonly manageDelegates: boolean;
  readonly handOver: boolean;
  readonly appointPrincipal: boolean;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'What the signed-in person may do for this organization through this client.',
})
export class OrganizationActions {
  @Field(() => Boolean, {
    description: 'Whether `updateOrganizationProfile` and `setOrganizationCoordinates` are open to them.',
  })
  readonly updateProfile: boolean;

  @Field(() => Boolean, { description: 'Whether `renameOrganization` is open to them.' })
  readonly rename: boolean;

  @Field(() => Boolean, { description: 'Whether `setOrganizationSections` is open to them.' })
  readonly setSections: boolean;

  @Field(() => Boolean, { description: 'Whether `issueInvitations` is open to them for delegates of it.' })
  readonly inviteDelegates: boolean;

  @Field(() => Boolean, {
    description:
      'Whether `addDelegate`, `changeDelegateRoles` and `removeDelegate` are open to them for others.',
  })
  readonly manageDelegates: boolean;

  @Field(() => Boolean, { description: 'Whether `offerPrincipalHandover` is open to them.' })
  readonly handOver: boolean;

  @Field(() => Boolean, {
    description: 'Whether `appointPrincipal` and `reinstatePrincipal` are open to them.',
  })
  readonly appointPrincipal: boolean;

  constructor(facts: OrganizationActionFacts) {
    this.updateProfile = facts.updateProfile;
    this.rename = facts.rename;
    this.setSections = facts.setSections;
    this.inviteDelegates = facts.inviteDelegates;
    this.manageDelegates = facts.manageDelegates;
    this.handOver = facts.handOver;
    this.appointPrincipal = facts.appointPrincipal;
  }
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'A stay in a section of the association.' })
export class OrganizationSection {
  @Field(() => Section)
  readonly section: Section;

  @Field(() => DateScalar)
  readonly from: LocalDate;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day, inclusive; null when no end is in sight.',
  })
  readonly to: LocalDate | null;

  constructor(section: Section, from: LocalDate, lastDay: LocalDate | null) {
    this.section = section;
    this.from = from;
    this.to = lastDay;
  }
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'Where letters go.' })
export class PostalAddress {
  @Field(() => String, { nullable: true })
  readonly street: string | null;

  @Field(() => String, { nullable: true, description: 'Unit, floor or building.' })
  readonly street2: string | null;

  @Field(() => String, { nullable: true })
  readonly city: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'In Canada the two-letter code of Canada Post; elsewhere as its people write it.',
  })
  readonly province: string | null;

  @Field(() => PostalCodeScalar, { nullable: true })
  readonly postalCode: string | null;

  @Field(() => String, { description: 'ISO 3166-1, two letters: `CA`.' })
  readonly country: string;

  constructor(private readonly facts: PostalAddressFacts) {
    this.street = facts.street;
    this.street2 = facts.street2;
    this.city = facts.city;
    this.province = facts.province;
    this.postalCode = facts.postalCode;
    this.country = facts.country;
  }

  @Field(() => [String], {
    description: 'Ready to show line by line, as the language of the request writes an address.',
  })
  lines(@Ctx() { wording }: Context): string[] {
    return addressLines(this.facts, wording);
  }
}

/** Null when nothing but the country is known. */
export const postalAddressOf = (facts: PostalAddressFacts): PostalAddress | null =>
  isKnownAddress(facts) ? new PostalAddress(facts) : null;
