import { Arg, Args, Ctx, Field, ID, InputType, Query, Resolver } from 'type-graphql';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Context } from '../../../platform/context.ts';
import { ClientScope } from '../../../platform/graphql/client-scope.ts';
import {
  ConnectionArgs,
  connectionOf,
  toConnection,
  type Connection,
} from '../../../platform/graphql/connection.ts';
import { nodeSource, type NodeSources } from '../../../platform/graphql/node.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { DateScalar } from '../../../platform/graphql/scalars.ts';
import { Identifier } from '../../../platform/graphql/validators.ts';
import { listPayments } from './list-payments.ts';
import { findPayment } from './payment-view.ts';
import { PAYMENT_METHODS } from './payment.enums.ts';
import { Payment } from './payment.type.ts';
import type { PaymentMethod } from './payment-words.ts';
import { bodyInCare } from './staff-invoices.ts';

export const PaymentConnection = connectionOf<Payment>('Payment', () => Payment);

@InputType({ description: 'Which payments; what is left out is not asked.' })
export class PaymentFilter {
  @Field(() => ID, { description: 'Who received them; not the bodies below it.' })
  @Identifier()
  associationId!: string;

  @Field(() => PAYMENT_METHODS, { nullable: true })
  method?: PaymentMethod | null;

  @Field(() => DateScalar, { nullable: true, description: 'The first day on which they came.' })
  receivedFrom?: LocalDate | null;

  @Field(() => DateScalar, { nullable: true, description: 'The last day, inclusive.' })
  receivedTo?: LocalDate | null;

  @Field(() => ID, { nullable: true, description: 'Who paid: a person, an organization or a body.' })
  payerId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Those whose money went back, or those whose money did not.',
  })
  returned?: boolean | null;
}

@Resolver()
export class PaymentsResolver {
  @Policy('STAFF', ClientScope.MONEY_READ)
  @Query(() => PaymentConnection, {
    description: 'What an association received, the latest first. Role ADMIN or FINANCE there.',
  })
  async payments(
    @Ctx() context: Context,
    @Arg('filter', () => PaymentFilter) filter: PaymentFilter,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<Payment>> {
    const body = await bodyInCare(context, 'READ_LEDGER', filter.associationId);
    const wanted = {
      receiverId: body.id,
      method: filter.method ?? null,
      from: filter.receivedFrom ?? null,
      to: filter.receivedTo ?? null,
      payerId: filter.payerId ?? null,
      returned: filter.returned ?? null,
    };
    return toConnection(PaymentConnection, await listPayments(context, wanted, args));
  }
}

export const paymentNodes: NodeSources = [nodeSource('Payment', findPayment)];
