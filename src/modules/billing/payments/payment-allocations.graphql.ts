import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import {
  ConnectionArgs,
  connectionOf,
  toConnection,
  type Connection,
} from '../../../platform/graphql/connection.ts';
import { listAllocations } from './list-allocations.ts';
import { staffInvoice } from './payment-view.ts';
import { Payment, PaymentAllocation } from './payment.type.ts';

export const PaymentAllocationConnection = connectionOf<PaymentAllocation>(
  'PaymentAllocation',
  () => PaymentAllocation,
);

@Resolver(() => Payment)
export class PaymentAllocationsResolver {
  @FieldResolver(() => PaymentAllocationConnection, {
    description: 'Line by line, invoice by invoice; what is in none of them is the payer’s credit.',
  })
  async allocations(
    @Root() { facts: { id } }: Payment,
    @Ctx() context: Context,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<PaymentAllocation>> {
    const page = await listAllocations(
      context,
      id,
      args,
      row => new PaymentAllocation(row, context, () => staffInvoice(context, row.invoiceId)),
    );
    return toConnection(PaymentAllocationConnection, page);
  }
}
