import { Args, Ctx, FieldResolver, Resolver } from 'type-graphql';
import { listOwnMails, MailConnection } from '../modules/mails/index.ts';
import type { Context } from '../platform/context.ts';
import { ConnectionArgs, toConnection, type Connection } from '../platform/graphql/connection.ts';
import type { Mail } from '../platform/mail/index.ts';
import { Viewer } from './viewer.type.ts';

@Resolver(() => Viewer)
export class ViewerMailsResolver {
  @FieldResolver(() => MailConnection, {
    description:
      'What was mailed to the person by the associations of this tree, the newest first. `resendMail` sends one again.',
  })
  async mails(
    @Ctx() context: Context,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<Mail>> {
    return toConnection(MailConnection, await listOwnMails(context, args));
  }
}
