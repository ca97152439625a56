import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import {
  broughtInvoices,
  countOwnInvoices,
  InvoiceConnection,
  listOwnInvoices,
  readerOfOwn,
  type Invoice,
} from '../modules/billing/index.ts';
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
    @Root() viewer: Viewer,
    @Ctx() context: Context,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<Invoice>> {
    const totalCount = (): Promise<number> => countOwnInvoices(context);
    const known = broughtInvoices(context, viewer, args, { reader: readerOfOwn(context), totalCount });
    return toConnection(InvoiceConnection, known ?? (await listOwnInvoices(context, args)));
  }
}
