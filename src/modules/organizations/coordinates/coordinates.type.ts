import { Ctx, Field, ObjectType, registerEnumType } from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { EmailAddressScalar, PhoneNumberScalar } from '../../../platform/graphql/scalars.ts';
import { formatPhone } from '../../../platform/phone.ts';
import { PostalAddress } from '../organization-parts.type.ts';
import {
  ADDRESS_KINDS,
  EMAIL_KINDS,
  PHONE_KINDS,
  WEBSITE_KINDS,
  type AddressKind,
  type EmailKind,
  type PhoneKind,
  type WebsiteKind,
} from './coordinate-kinds.ts';
import type {
  Coordinates,
  FurtherAddress,
  FurtherEmail,
  FurtherPhone,
  FurtherWebsite,
} from './coordinates.ts';

const enumOf = <Kind extends string>(kinds: readonly Kind[]): { readonly [K in Kind]: K } =>
  Object.fromEntries(kinds.map(kind => [kind, kind])) as { [K in Kind]: K };

export const OrganizationAddressKind = enumOf(ADDRESS_KINDS);
registerEnumType(OrganizationAddressKind, {
  name: 'OrganizationAddressKind',
  description: 'What a further address of an organization is for.',
  valuesConfig: {
    HEAD_OFFICE: { description: 'Where it is registered; at most one.' },
    BRANCH: { description: 'Another place of business.' },
    MAILING: { description: 'Where letters go instead; at most one.' },
    BILLING: { description: 'Where invoices go instead; at most one.' },
  },
});

export const OrganizationPhoneKind = enumOf(PHONE_KINDS);
registerEnumType(OrganizationPhoneKind, {
  name: 'OrganizationPhoneKind',
  description: 'What is at the other end of a further telephone number.',
});

export const OrganizationEmailKind = enumOf(EMAIL_KINDS);
registerEnumType(OrganizationEmailKind, {
  name: 'OrganizationEmailKind',
  description: 'What people write to a further e-mail address about.',
  valuesConfig: { MEDIA: { description: 'For journalists.' } },
});

export const OrganizationWebsiteKind = enumOf(WEBSITE_KINDS);
registerEnumType(OrganizationWebsiteKind, {
  name: 'OrganizationWebsiteKind',
  description: 'What a further web address shows.',
  valuesConfig: { SITE: { description: 'A site of its own, such as that of a production.' } },
});

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'An address of an organization beside its main one.' })
export class OrganizationAddress {
  @Field(() => OrganizationAddressKind)
  readonly kind: AddressKind;

  @Field(() => PostalAddress)
  readonly address: PostalAddress;

  constructor({ kind, ...address }: FurtherAddress) {
    this.kind = kind;
    this.address = new PostalAddress(address);
  }

  @Field(() => String, { description: 'The kind in the language of the request.' })
  kindLabel(@Ctx() { wording }: Context): string {
    return wording.of(`OrganizationAddressKind.${this.kind}`);
  }
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'A telephone number of an organization beside its main one.',
})
export class OrganizationPhone {
  @Field(() => OrganizationPhoneKind)
  readonly kind: PhoneKind;

  @Field(() => PhoneNumberScalar, { description: 'E.164, without extension.' })
  readonly number: string;

  @Field(() => String, { nullable: true, description: 'Digits only.' })
  readonly extension: string | null;

  constructor({ kind, number, extension }: FurtherPhone) {
    this.kind = kind;
    this.number = number;
    this.extension = extension;
  }

  @Field(() => String, { description: 'The kind in the language of the request.' })
  kindLabel(@Ctx() { wording }: Context): string {
    return wording.of(`OrganizationPhoneKind.${this.kind}`);
  }

  @Field(() => String, { description: 'With its extension, as the language of the request writes it.' })
  formatted(@Ctx() { locale }: Context): string {
    return formatPhone(this.number, this.extension, locale);
  }
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'An e-mail address of an organization beside its main one. Nobody signs in with it.',
})
export class OrganizationEmail {
  @Field(() => OrganizationEmailKind)
  readonly kind: EmailKind;

  @Field(() => EmailAddressScalar)
  readonly address: string;

  constructor({ kind, address }: FurtherEmail) {
    this.kind = kind;
    this.address = address;
  }

  @Field(() => String, { description: 'The kind in the language of the request.' })
  kindLabel(@Ctx() { wording }: Context): string {
    return wording.of(`OrganizationEmailKind.${this.kind}`);
  }
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'A web address of an organization beside its main one.' })
export class OrganizationWebsite {
  @Field(() => OrganizationWebsiteKind)
  readonly kind: WebsiteKind;

  @Field(() => String, { description: 'Starts with `http://` or `https://`.' })
  readonly url: string;

  constructor({ kind, url }: FurtherWebsite) {
    this.kind = kind;
    this.url = url;
  }

  @Field(() => String, { description: 'The kind in the language of the request.' })
  kindLabel(@Ctx() { wording }: Context): string {
    return wording.of(`OrganizationWebsiteKind.${this.kind}`);
  }
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description:
    'By what an organization can be reached beside its main address, telephone, e-mail and website, each list in its own order.',
})
export class OrganizationCoordinates {
  @Field(() => [OrganizationAddress])
  readonly addresses: readonly OrganizationAddress[];

  @Field(() => [OrganizationPhone])
  readonly phones: readonly OrganizationPhone[];

  @Field(() => [OrganizationEmail])
  readonly emails: readonly OrganizationEmail[];

  @Field(() => [OrganizationWebsite])
  readonly websites: readonly OrganizationWebsite[];

  constructor({ addresses, phones, emails, websites }: Coordinates) {
    this.addresses = addresses.map(facts => new OrganizationAddress(facts));
    this.phones = phones.map(facts => new OrganizationPhone(facts));
    this.emails = emails.map(facts => new OrganizationEmail(facts));
    this.websites = websites.map(facts => new OrganizationWebsite(facts));
  }
}
