import { Ctx, FieldResolver, Resolver } from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import { Form } from '../../../platform/graphql/form.ts';
import { Account } from '../account.type.ts';
import { takesPasswords } from '../actor-of.ts';
import { linkForm } from './link-form.ts';

@Resolver(() => Account)
export class LinkFormResolver {
  @FieldResolver(() => Form, {
    nullable: true,
    description:
      "To join another account of the same person to this one. Null where the calling client's pages may not take a password.",
  })
  linkForm(@Ctx() context: Context): Form | null {
    return takesPasswords(context) ? linkForm(context.wording) : null;
  }
}
