import { Ctx, Field, ObjectType, registerEnumType } from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import type { PersonAddressEntity } from './person-address.entity.ts';
import { PERSON_ADDRESS_KINDS, type PersonAddressKind } from './person-address.ts';

registerEnumType(PERSON_ADDRESS_KINDS, {
  name: 'PersonAddressKind',
  description: 'Where an address of a person is.',
});

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'Where a person lives or works.' })
export class PersonAddress {
  @Field(() => PERSON_ADDRESS_KINDS)
  readonly kind: PersonAddressKind;

  @Field(() => Boolean, { description: 'Whether letters go there, and taxes by its province.' })
  readonly main: boolean;

  @Field(() => String)
  readonly street: string;

  @Field(() => String, { nullable: true, description: 'Unit, floor or building.' })
  readonly street2: string | null;

  @Field(() => String)
  readonly city: string;

  @Field(() => String, {
    nullable: true,
    description: 'In Canada a two-letter code of Canada Post, elsewhere a name.',
  })
  readonly province: string | null;

  @Field(() => String, { nullable: true })
  readonly postalCode: string | null;

  @Field(() => String, { description: 'ISO 3166-1, two letters.' })
  readonly country: string;

  constructor({ kind, main, street, street2, city, province, postalCode, country }: PersonAddressEntity) {
    this.kind = kind;
    this.main = main;
    this.street = street;
    this.street2 = street2;
    this.city = city;
    this.province = province;
    this.postalCode = postalCode;
    this.country = country;
  }

  @Field(() => String, { description: 'The kind in the language of the request.' })
  kindLabel(@Ctx() { wording }: Context): string {
    return wording.of(`PersonAddressKind.${this.kind}`);
  }
}
