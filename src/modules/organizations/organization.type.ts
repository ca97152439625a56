import { Ctx, Field, ObjectType, registerEnumType } from 'type-graphql';
import type { Locale } from '../../kernel/locale.ts';
import type { Context } from '../../platform/context.ts';
import { Form } from '../../platform/graphql/form.ts';
import type { Lazy } from '../../platform/graphql/lazy.ts';
import { localized, LocalizedText } from '../../platform/graphql/localized-text.ts';
import { Node } from '../../platform/graphql/node.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { DateTimeScalar, EmailAddressScalar, PhoneNumberScalar } from '../../platform/graphql/scalars.ts';
import { formatPhone } from '../../platform/phone.ts';
import { Association, inLanguage } from '../associations/index.ts';
import { Delegate } from '../people/index.ts';
import { DelegateRole } from './delegate-role.ts';
import { nameOf } from './name-of.ts';
import { mayOnOrganization, type OrganizationRights } from './organization.policy.ts';
import type { DelegationFacts, OrganizationFacts } from './organization-facts.ts';
import { organizationForm } from './organization-form.ts';
import { OrganizationActions, PostalAddress, postalAddressOf } from './organization-parts.type.ts';
import type { SectionStay } from './organization.loaders.ts';
import { rightsOn } from './organization-rights.ts';

registerEnumType(DelegateRole, {
  name: 'DelegateRole',
  description: 'What somebody does for an organization. One person may hold several roles.',
  valuesConfig: {
    PRINCIPAL: {
      description: 'Speaks for the organization and edits its profile. At most one at any instant.',
    },
    DUES: { description: 'Pays and renews; reads the profile, does not edit it.' },
    VOTING: { description: 'Votes at meetings; reads the profile, does not edit it.' },
    CONTACT: { description: 'Edits the profile; neither pays nor renews.' },
  },
});

/** What belongs to an organization beyond its own row: there already, or fetched when it is asked for. */
export interface OrganizationParts {
  readonly association: Lazy<Association>;
  /** Every stay, past and coming ones included. */
  readonly stays: () => Promise<readonly SectionStay[]>;
  readonly delegations: (organization: Organization) => Lazy<readonly Delegation[]>;
  /** The reader's rights, where the read that brought the organization knows them. */
  readonly rights?: OrganizationRights;
}

@Policy('HOLDER')
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'A member organization, as its delegates and the staff of its association see it.',
})
export class Organization extends Node {
  @Field(() => Association)
  readonly association: Lazy<Association>;

  @Field(() => String, {
    description:
      'As incorporated, in the language of the request where it has a version in each. The association keeps it.',
  })
  readonly legalName: string;

  @Field(() => LocalizedText)
  readonly legalNames: LocalizedText;

  @Field(() => String, { description: 'In the language of the request.' })
  readonly publicName: string;

  @Field(() => LocalizedText)
  readonly publicNames: LocalizedText;

  @Field(() => EmailAddressScalar, { nullable: true })
  readonly email: string | null;

  @Field(() => PhoneNumberScalar, { nullable: true, description: 'E.164, without extension.' })
  readonly phone: string | null;

  @Field(() => String, { nullable: true, description: 'Digits only.' })
  readonly phoneExtension: string | null;

  @Field(() => String, { nullable: true, description: 'Starts with `http://` or `https://`.' })
  readonly website: string | null;

  @Field(() => PostalAddress, { nullable: true })
  readonly address: PostalAddress | null;

  @Field(() => [Delegation], { description: 'Those in force now, the principal first. Names only.' })
  readonly delegations: Lazy<readonly Delegation[]>;

  constructor(
    readonly facts: OrganizationFacts,
    private readonly parts: OrganizationParts,
    locale: Locale,
  ) {
    super({ kind: 'Organization', id: facts.id });
    this.association = parts.association;
    const legalNameEn = facts.legalNameEn ?? facts.legalName;
    this.legalName = inLanguage(locale, facts.legalName, legalNameEn);
    this.legalNames = localized(facts.legalName, legalNameEn);
    this.publicName = nameOf(facts, locale);
    this.publicNames = localized(facts.publicNameFr, facts.publicNameEn);
    this.email = facts.email;
    this.phone = facts.phone;
    this.phoneExtension = facts.phoneExtension;
    this.website = facts.website;
    this.address = postalAddressOf(facts);
    this.delegations = parts.delegations(this);
  }

  @Field(() => String, {
    nullable: true,
    description: 'The telephone number with its extension, as the language of the request writes it.',
  })
  phoneFormatted(@Ctx() { locale }: Context): string | null {
    return this.phone && formatPhone(this.phone, this.phoneExtension, locale);
  }

  /** Every stay in a section, past and coming ones included. */
  sectionStays(): Promise<readonly SectionStay[]> {
    return this.parts.stays();
  }

  @Field(() => Form, {
    description:
      'What may be changed with `updateOrganizationProfile`, ready to draw. Fields that are not theirs say why.',
  })
  async profileForm(@Ctx() context: Context): Promise<Form> {
    const mayEdit = mayOnOrganization('UPDATE_PROFILE', await this.rights(context));
    const readOnly = mayEdit ? null : context.wording.of('organizations.profile.readOnly');
    return organizationForm(context.wording, { ...this.facts, legalName: this.legalName }, readOnly);
  }

  @Field(() => OrganizationActions, { description: 'Decided by the same rules as the mutations themselves.' })
  async viewerCan(@Ctx() context: Context): Promise<OrganizationActions> {
    const rights = await this.rights(context);
    return new OrganizationActions({
      updateProfile: mayOnOrganization('UPDATE_PROFILE', rights),
      rename: mayOnOrganization('RENAME', rights),
      setSections: mayOnOrganization('SET_SECTIONS', rights),
      inviteDelegates: mayOnOrganization('INVITE_DELEGATES', rights),
      manageDelegates: mayOnOrganization('MANAGE_DELEGATES', rights),
      handOver: mayOnOrganization('HAND_OVER', rights),
      appointPrincipal: mayOnOrganization('APPOINT_PRINCIPAL', rights),
    });
  }

  private async rights(context: Context): Promise<OrganizationRights> {
    return this.parts.rights ?? rightsOn(context, this.facts);
  }
}

@Policy('HOLDER')
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    'A person in a role for an organization. Whoever may read the organization sees its delegations.',
})
export class Delegation extends Node {
  @Field(() => Organization)
  readonly organization: Lazy<Organization>;

  @Field(() => Delegate)
  readonly person: Delegate;

  @Field(() => DelegateRole)
  readonly role: DelegateRole;

  @Field(() => DateTimeScalar, { description: 'When it began.' })
  readonly from: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'The first instant at which it is over; null when no end is in sight.',
  })
  readonly to: Date | null;

  @Field(() => Boolean, { description: 'Of record, but without rights until the association has decided.' })
  readonly suspended: boolean;

  constructor(facts: DelegationFacts, organization: Lazy<Organization>) {
    super({ kind: 'Delegation', id: facts.id });
    this.organization = organization;
    this.person = new Delegate({ ...facts, id: facts.personId });
    this.role = facts.role;
    this.from = facts.fromAt;
    this.to = facts.toAt;
    this.suspended = facts.suspendedAt !== null;
  }

  @Field(() => String, { description: 'The role in the language of the request.' })
  roleLabel(@Ctx() { wording }: Context): string {
    return wording.of(`DelegateRole.${this.role}`);
  }
}
