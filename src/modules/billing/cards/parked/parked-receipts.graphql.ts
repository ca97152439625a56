import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { Context } from '../../../../platform/context.ts';
import { ClientScope } from '../../../../platform/graphql/client-scope.ts';
import {
  ConnectionArgs,
  connectionOf,
  toConnection,
  type Connection,
} from '../../../../platform/graphql/connection.ts';
import { readWalk, walkByInstant } from '../../../../platform/graphql/instant-walk.ts';
import { nodeSource, type NodeSources } from '../../../../platform/graphql/node.ts';
import { Policy } from '../../../../platform/graphql/policy.ts';
import { bodyInCare } from '../../payments/staff-invoices.ts';
import { PARKED_COLUMNS, type ParkedReceiptFacts } from './parked-receipt.rows.ts';
import { findParkedReceipt, parkedReceiptView } from './parked-receipt-view.ts';
import { ParkedReceipt } from './parked-receipt.type.ts';

const ParkedReceiptConnection = connectionOf<ParkedReceipt>('ParkedReceipt', () => ParkedReceipt);

const waiting = walkByInstant<ParkedReceiptFacts>('parked-receipts', {
  columns: PARKED_COLUMNS,
  from: 'from parked_receipt k where k.receiver_id = $1 and k.settled_at is null',
  values: 1,
  instant: 'k.parked_at',
  id: 'k.id',
  order: 'asc',
});

@Resolver()
export class ParkedReceiptsResolver {
  @Policy('STAFF', ClientScope.MONEY_READ)
  @Query(() => ParkedReceiptConnection, {
    description:
      'Money that waits for staff of an association, whoever waits longest first. Role ADMIN or FINANCE there.',
  })
  async parkedReceipts(
    @Ctx() context: Context,
    @Arg('associationId', () => ID, { description: 'Who received it; not the bodies below it.' })
    associationId: string,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<ParkedReceipt>> {
    const { id } = await bodyInCare(context, 'READ_LEDGER', associationId);
    const page = await readWalk(context, waiting, [id], args, row => parkedReceiptView(context, row));
    return toConnection(ParkedReceiptConnection, page);
  }
}

export const parkedReceiptNodes: NodeSources = [nodeSource('ParkedReceipt', findParkedReceipt)];
