import { Entity, ForeignKey, Index } from 'typeorm';
import type { OrganizationId } from '../../../kernel/id.ts';
import { Count, Key, OneOf, Reference, Text } from '../../../platform/database/columns.ts';
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

/**
 * What an organization can be reached by beyond its main address, phone, e-mail and website. Those are columns of the
 * organization and nowhere else: so there is at most one main of each, and lists need no join to show it. That there is
 * one as soon as there is any is the database's to refuse (`organization_main_ones`) and `fillMainOnes`' to arrange.
 */
abstract class CoordinateEntity {
  @Key()
  id!: string;

  @Index()
  @ForeignKey('organization')
  @Reference()
  organizationId!: OrganizationId;

  /** From 0, in the order of whoever typed them. */
  @Count()
  position!: number;
}

@Entity('organization_address')
@OneOf('organization_address', 'kind', ADDRESS_KINDS)
export class OrganizationAddressEntity extends CoordinateEntity {
  @Text()
  kind!: AddressKind;

  @Text({ nullable: true })
  street!: string | null;

  @Text({ nullable: true })
  street2!: string | null;

  @Text({ nullable: true })
  city!: string | null;

  /** A code of Canada Post in Canada, a name elsewhere. */
  @Text({ nullable: true })
  province!: string | null;

  @Text({ nullable: true })
  postalCode!: string | null;

  /** ISO 3166-1, two letters. */
  @Text()
  country!: string;
}

@Entity('organization_phone')
@OneOf('organization_phone', 'kind', PHONE_KINDS)
export class OrganizationPhoneEntity extends CoordinateEntity {
  @Text()
  kind!: PhoneKind;

  /** E.164. */
  @Text()
  number!: string;

  @Text({ nullable: true })
  extension!: string | null;
}

@Entity('organization_email')
@OneOf('organization_email', 'kind', EMAIL_KINDS)
export class OrganizationEmailEntity extends CoordinateEntity {
  @Text()
  kind!: EmailKind;

  @Text()
  address!: string;
}

@Entity('organization_website')
@OneOf('organization_website', 'kind', WEBSITE_KINDS)
export class OrganizationWebsiteEntity extends CoordinateEntity {
  @Text()
  kind!: WebsiteKind;

  @Text()
  url!: string;
}
