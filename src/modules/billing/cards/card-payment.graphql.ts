import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { fromPublicId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { nodeSource, type NodeSources } from '../../../platform/graphql/node.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { Invoice } from '../invoices/index.ts';
import { cardPaymentsOfInvoice } from './card-payment.rows.ts';
import { CardPayment } from './card-payment.type.ts';
import { findCardPayment, findCardPaymentByLink } from './find-card-payment.ts';

@Resolver(() => Invoice)
export class CardPaymentResolver {
  @Policy('CLIENT')
  @Query(() => CardPayment, {
    nullable: true,
    description:
      'A payment by card, for the page to which the browser comes back: it asks again while the state is STARTED or PROCESSING. Null when absent or not yours.',
  })
  async cardPayment(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'From the address of the page, where it stands as `cardPayment`.' })
    publicId: string,
    @Arg('payLinkToken', () => String, {
      nullable: true,
      description: 'Of a pay link of the invoice, for whoever pays without signing in.',
    })
    payLinkToken?: string | null,
  ): Promise<CardPayment | null> {
    const id = fromPublicId('CardPayment', publicId);
    if (id === null) return null;
    return payLinkToken == null
      ? findCardPayment(context, id)
      : findCardPaymentByLink(context, id, payLinkToken);
  }

  @FieldResolver(() => [CardPayment], {
    description: 'Payments by card that were started, the latest first; at most 50.',
  })
  async cardPayments(@Root() { facts }: Invoice, @Ctx() context: Context): Promise<CardPayment[]> {
    return (await context.load(cardPaymentsOfInvoice, facts.id)).map(row => new CardPayment(row, context));
  }
}

export const cardPaymentNodes: NodeSources = [nodeSource('CardPayment', findCardPayment)];
