import { PersonAddressesResolver } from './person-addresses.graphql.ts';
import { SetDateOfBirthResolver } from './set-date-of-birth.graphql.ts';
import { SetPersonAddressesResolver } from './set-person-addresses.graphql.ts';

export { PersonAddressEntity } from './person-address.entity.ts';
export { putPersonAddresses } from './person-address.rows.ts';
export { PERSON_ADDRESS_KINDS, type PersonAddressFacts, type PersonAddressKind } from './person-address.ts';
export { addressesWordingEn } from './addresses.wording.en.ts';
export { addressesWordingFr } from './addresses.wording.fr.ts';

export const addressesResolvers: readonly Function[] = [
  PersonAddressesResolver,
  SetPersonAddressesResolver,
  SetDateOfBirthResolver,
];
