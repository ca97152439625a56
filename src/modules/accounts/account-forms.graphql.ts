import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { Form } from '../../platform/graphql/form.ts';
import { emailForm, passwordForm } from './account-forms.ts';
import { Account } from './account.type.ts';
import { takesPasswords } from './actor-of.ts';

@Resolver(() => Account)
export class AccountFormsResolver {
  @FieldResolver(() => Form, {
    nullable: true,
    description:
      "To change the password, with its rules in words. Null where the calling client's pages may not take one.",
  })
  async passwordForm(@Root() { facts }: Account, @Ctx() context: Context): Promise<Form | null> {
    return takesPasswords(context) ? passwordForm(context, facts.id) : null;
  }

  @FieldResolver(() => Form, {
    nullable: true,
    description:
      "To ask for another primary address, which takes the password. Null where the calling client's pages may not.",
  })
  async emailForm(@Root() account: Account, @Ctx() context: Context): Promise<Form | null> {
    if (!takesPasswords(context)) return null;
    const addresses = await account.addresses(context);
    return emailForm(context.wording, addresses.find(({ primary }) => primary)?.address ?? null);
  }
}
