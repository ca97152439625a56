import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import { Form } from '../../../platform/graphql/form.ts';
import { Realm } from '../../associations/index.ts';
import { formAsksNames } from './read-names.ts';
import { passwordResetForm, usernameReminderForm } from './recovery-forms.ts';

@Resolver(() => Realm)
export class RealmRecoveryResolver {
  @FieldResolver(() => Form, { description: 'For a first access and for a forgotten password alike.' })
  async passwordResetForm(@Root() { identifierPolicy }: Realm, @Ctx() context: Context): Promise<Form> {
    return passwordResetForm(context.wording, { identifierPolicy, asksNames: await formAsksNames(context) });
  }

  @FieldResolver(() => Form, { description: 'For whoever knows their address and nothing else.' })
  async usernameReminderForm(@Ctx() context: Context): Promise<Form> {
    return usernameReminderForm(context.wording, { asksNames: await formAsksNames(context) });
  }
}
