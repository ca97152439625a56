import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { ClientScope } from '../../platform/graphql/client-scope.ts';
import {
  ConnectionArgs,
  connectionOf,
  toConnection,
  type Connection,
} from '../../platform/graphql/connection.ts';
import { Mail } from '../../platform/mail/mail.type.ts';
import { Person, personById } from '../people/index.ts';
import { mayReadMailsOf } from './find-mail.ts';
import { listMailsOfPerson } from './list-mails.ts';

export const MailConnection = connectionOf('Mail', () => Mail);

@Resolver(() => Person)
export class PersonMailsResolver {
  @FieldResolver(() => MailConnection, {
    nullable: true,
    description:
      'For staff with role ADMIN or MEMBERSHIP: what their association, and the bodies above it, mailed to this person and their account, the newest first. Null for anybody else; people find theirs in `Viewer.mails`.',
  })
  async mails(
    @Root() { facts }: Person,
    @Ctx() context: Context,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<Mail> | null> {
    const person = await context.load(personById, facts.id);
    if (!person || !(await mayReadMailsOf(context, person.associationId, ClientScope.MEMBERS_READ)))
      return null;
    return toConnection(MailConnection, await listMailsOfPerson(context, facts.id, args));
  }
}
