import { Entity, ForeignKey, Index } from 'typeorm';
import type { PersonId } from '../../../kernel/id.ts';
import { Flag, Key, OneOf, Text, TextKey } from '../../../platform/database/columns.ts';
import { PERSON_ADDRESS_KINDS, type PersonAddressKind } from './person-address.ts';

/** Where a person lives or works. One of them is the main one: taxes go by its province. */
@Entity('person_address')
@OneOf('person_address', 'kind', Object.values(PERSON_ADDRESS_KINDS))
@Index('person_address_main_idx', ['personId'], { unique: true, where: 'main' })
export class PersonAddressEntity {
  @ForeignKey('person')
  @Key()
  personId!: PersonId;

  @TextKey()
  kind!: PersonAddressKind;

  @Flag()
  main!: boolean;

  @Text()
  street!: string;

  @Text({ nullable: true })
  street2!: string | null;

  @Text()
  city!: string;

  /** A code of Canada Post in Canada, a name elsewhere. */
  @Text({ nullable: true })
  province!: string | null;

  @Text({ nullable: true })
  postalCode!: string | null;

  /** ISO 3166-1, two letters. */
  @Text()
  country!: string;
}
