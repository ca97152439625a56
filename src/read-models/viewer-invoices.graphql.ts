import { Args, Ctx, FieldResolver, Resolver } from 'type-graphql';
import { InvoiceConnection, listOwnInvoices, type Invoice } from '../modules/billing/index.ts';
import type { Context } from '../platform/context.ts';
import { ConnectionArgs, toConnection, type Connection } from '../platform/graphql/connection.ts';
import { Viewer } from './viewer.type.ts';

@Resolver(() => Viewer)
export class ViewerInvoicesResolver {
  @FieldResolver(() => InvoiceConnection, {
    description:
      'What the person owes and owed, and what others owe for their membership: dues, events and all else in one list, the latest first.',
  })
  async invoices(
    @Ctx() context: Context,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<Invoice>> {
    return toConnection(InvoiceConnection, await listOwnInvoices(context, args));
  }
}
