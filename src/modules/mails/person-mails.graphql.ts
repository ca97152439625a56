import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { recordReading } from '../../platform/audit/record-readings.ts';
import type { Context } from '../../platform/context.ts';
import {
  ConnectionArgs,
  connectionOf,
  toConnection,
  type Connection,
} from '../../platform/graphql/connection.ts';
import { Mail } from '../../platform/mail/mail.type.ts';
import { mayAsStaff } from '../associations/index.ts';
import { Person, personById } from '../people/index.ts';
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
    if (!person || !(await mayAsStaff(context, 'READ_MAILS', person.associationId))) return null;
    await recordReading(context, {
      act: 'readPersonMails',
      subjectKind: 'Person',
      subjectId: person.id,
      associationId: person.associationId,
    });
    return toConnection(MailConnection, await listMailsOfPerson(context, facts.id, args));
  }
}
