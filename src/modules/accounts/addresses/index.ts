/** Further addresses of an account: adding one, taking one off, and choosing the one that mails go to. */
import { AddEmailAddressResolver } from './add-email-address.graphql.ts';
import { AddressFormResolver } from './address-form.graphql.ts';
import { MakeAddressPrimaryResolver } from './make-address-primary.graphql.ts';
import { PendingAddressEntity } from './pending-address.entity.ts';
import { RemoveEmailAddressResolver } from './remove-email-address.graphql.ts';

export { addEmailAddress } from './add-email-address.ts';
export { addressForm } from './address-form.ts';
export { addressesLetters } from './address.mails.ts';
export { makeAddressPrimary } from './make-address-primary.ts';
export { removeEmailAddress } from './remove-email-address.ts';

export const addressesEntities: readonly Function[] = [PendingAddressEntity];

export const addressesResolvers: readonly Function[] = [
  AddEmailAddressResolver,
  RemoveEmailAddressResolver,
  MakeAddressPrimaryResolver,
  AddressFormResolver,
];
