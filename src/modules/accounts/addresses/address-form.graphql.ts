import { Ctx, FieldResolver, Resolver } from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import { Form } from '../../../platform/graphql/form.ts';
import { Account } from '../account.type.ts';
import { addressForm } from './address-form.ts';

@Resolver(() => Account)
export class AddressFormResolver {
  @FieldResolver(() => Form, {
    description: 'To add an address, of somebody who signed in within ten minutes.',
  })
  addressForm(@Ctx() { wording }: Context): Form {
    return addressForm(wording);
  }
}
