import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { Form } from '../../platform/graphql/form.ts';
import { Realm } from '../associations/index.ts';
import { takesPasswords } from './actor-of.ts';
import { signInForm } from './sign-in-form.ts';

@Resolver(() => Realm)
export class RealmSignInResolver {
  @FieldResolver(() => Form, {
    nullable: true,
    description: "To sign in. Null where the calling client's pages may not take a password.",
  })
  signInForm(@Root() { identifierPolicy }: Realm, @Ctx() context: Context): Form | null {
    return takesPasswords(context) ? signInForm(context.wording, identifierPolicy) : null;
  }
}
