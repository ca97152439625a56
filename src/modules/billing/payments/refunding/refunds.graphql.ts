import { Arg, Args, Ctx, Field, FieldResolver, ID, InputType, Query, Resolver, Root } from 'type-graphql';
import type { PaymentId } from '../../../../kernel/id.ts';
import type { Context } from '../../../../platform/context.ts';
import { defineLoader, type Loader } from '../../../../platform/database/loader.ts';
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
import { Identifier } from '../../../../platform/graphql/validators.ts';
import { statement } from '../../../../platform/database/statement.ts';
import { Payment } from '../payment.type.ts';
import { bodyInCare } from '../staff-invoices.ts';
import { findRefund, refundView } from './refund-view.ts';
import { RefundEntity } from './refund.entity.ts';
import { Refund } from './refund.type.ts';

export const RefundConnection = connectionOf<Refund>('Refund', () => Refund);

const COLUMNS = `id, book_id as "bookId", payment_id as "paymentId", invoice_id as "invoiceId",
  from_invoice_id as "fromInvoiceId", cents::text as cents, way, reason,
  keeps_effects as "keepsEffects", prepared_at as "preparedAt", prepared_by as "preparedBy",
  approved_at as "approvedAt", approved_by as "approvedBy", withdrawn_at as "withdrawnAt", sent_at as "sentAt",
  done_at as "doneAt", failed_at as "failedAt", gateway_reference as "gatewayReference"`;

/** As the driver reads it. */
type RefundRow = Omit<RefundEntity, 'cents'> & { readonly cents: string };

const refundIn = (row: RefundRow): RefundEntity =>
  Object.assign(new RefundEntity(), row, { cents: BigInt(row.cents) });

const ofBook = walkByInstant<RefundRow>('refunds', {
  columns: COLUMNS,
  from: `from refund where book_id = $1
    and (not $2::boolean or (approved_at is null and withdrawn_at is null))`,
  values: 2,
  instant: 'prepared_at',
});

const ofPayments = statement<RefundRow>(
  'refunds-of-payments',
  `select ${COLUMNS} from refund where payment_id = any ($1::uuid[]) order by prepared_at, id`,
);
const refundsOfPayment: Loader<PaymentId, readonly RefundRow[]> = defineLoader(
  async ({ db }, ids: readonly PaymentId[]) => {
    const rows = await db.read(ofPayments, [ids]);
    return ids.map(id => rows.filter(({ paymentId }) => paymentId === id));
  },
);

@InputType({ description: 'Which refunds; what is left out is not asked.' })
export class RefundFilter {
  @Field(() => ID, { description: 'Who received the payments.' })
  @Identifier()
  associationId!: string;

  @Field(() => Boolean, { nullable: true, description: 'Only those that wait for a second person.' })
  awaitingApproval?: boolean | null;
}

@Resolver()
export class RefundsResolver {
  @Policy('STAFF', ClientScope.MONEY_READ)
  @Query(() => RefundConnection, {
    description: 'What an association gives back, the latest first. Role ADMIN or FINANCE there.',
  })
  async refunds(
    @Ctx() context: Context,
    @Arg('filter', () => RefundFilter) { associationId, awaitingApproval }: RefundFilter,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<Refund>> {
    const body = await bodyInCare(context, 'READ_LEDGER', associationId);
    const values = [body.id, awaitingApproval ?? false];
    const page = await readWalk(context, ofBook, values, args, row => refundView(context, refundIn(row)));
    return toConnection(RefundConnection, page);
  }
}

@Resolver(() => Payment)
export class PaymentRefundsResolver {
  @FieldResolver(() => [Refund], {
    description: 'In the order in which they were prepared: each gives a part of the payment back.',
  })
  async refunds(@Root() { facts: { id } }: Payment, @Ctx() context: Context): Promise<readonly Refund[]> {
    return (await context.load(refundsOfPayment, id)).map(row => refundView(context, refundIn(row)));
  }
}

export const refundNodes: NodeSources = [nodeSource('Refund', findRefund)];
