import { Ctx, FieldResolver, Resolver } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { Form } from '../../platform/graphql/form.ts';
import { Realm } from '../associations/index.ts';
import { typedCodeForm } from './invitation-form.ts';

@Resolver(() => Realm)
export class RealmInvitationResolver {
  @FieldResolver(() => Form, {
    description: 'For the code of an invitation, which is sent to the query `invitationPreview`.',
  })
  invitationForm(@Ctx() { wording }: Context): Form {
    return typedCodeForm(wording);
  }
}
