import { GraphQLSafeInt } from 'graphql-scalars';
import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Resolver,
} from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import { AnswerProblems } from '../../../platform/graphql/answer-problems.ts';
import { IdempotencyKeyReused } from '../../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../../platform/graphql/invalid-input.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { TooManyAttempts } from '../../../platform/graphql/too-many-attempts.ts';
import { Identifier, Secret } from '../../../platform/graphql/validators.ts';
import { forgetLoaded } from '../../../platform/database/loader.ts';
import { ClientPageKind } from '../../integrations/index.ts';
import { InvoiceNotFound } from '../invoices/invoice.problems.ts';
import { PayLinkUnknown } from '../invoices/pay-links/pay-link.problems.ts';
import { cardPaymentById } from './card-payment.rows.ts';
import { CardPayment } from './card-payment.type.ts';
import { CARD_CHECKOUT, type CardCheckoutKind } from './cards.enums.ts';
import { NothingOwed } from '../payments/payment.problems.ts';
import { GatewayUnavailable, PaymentDeclined } from './cards.problems.ts';
import type { OpenedCardPayment } from './open-at-gateway.ts';
import { startCardPayment } from './start-card-payment.ts';

@InputType()
export class StartCardPaymentInput {
  @Field(() => ID, {
    nullable: true,
    description: 'An invoice that the person owes or that is about them. Either this or `payLinkToken`.',
  })
  @Identifier()
  invoiceId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Of a pay link: whoever has it pays without signing in.',
  })
  @Secret(200, { optional: true })
  payLinkToken?: string | null;

  @Field(() => ClientPageKind, {
    nullable: true,
    description:
      "Which of the client's registered pages the browser comes back to: INVOICE, as when left out, or RENEWAL; where it has none, the one of the association. Its address is given `cardPayment`, the id of this payment.",
  })
  returnPage?: ClientPageKind | null;

  @Field(() => GraphQLSafeInt, {
    nullable: true,
    description: 'A part of what is open, in cents; all of it when left out.',
  })
  amountCents?: number | null;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({
  description: 'How the browser goes on. A card number goes to the gateway and never through this API.',
})
export class CardCheckout {
  readonly #opened: OpenedCardPayment;
  readonly #wording: Context['wording'];

  constructor(opened: OpenedCardPayment, { wording }: Pick<Context, 'wording'>) {
    this.#opened = opened;
    this.#wording = wording;
  }

  @Field(() => CARD_CHECKOUT)
  kind(): CardCheckoutKind {
    return this.#opened.next;
  }

  @Field(() => String, { description: 'A short wording in the language of the request.' })
  label(): string {
    return this.#wording.of(`CardCheckoutKind.${this.#opened.next}`);
  }

  @Field(() => String, { nullable: true, description: 'With `PAY_AT`: a page of the gateway’s.' })
  payAt(): string | null {
    const { payWith } = this.#opened;
    return payWith?.kind === 'PAGE' ? payWith.url : null;
  }

  @Field(() => String, {
    nullable: true,
    description: 'With `CONFIRM`: what the gateway’s library needs. Keep it out of addresses and logs.',
  })
  clientSecret(): string | null {
    const { payWith } = this.#opened;
    return payWith?.kind === 'LIBRARY' ? payWith.clientSecret : null;
  }

  @Field(() => String, { nullable: true, description: 'With `CONFIRM`: the key of the gateway for pages.' })
  publishableKey(): string | null {
    const { payWith } = this.#opened;
    return payWith?.kind === 'LIBRARY' ? payWith.publishableKey : null;
  }

  @Field(() => String, {
    nullable: true,
    description: 'With `CONFIRM`: where the library sends the browser afterwards.',
  })
  returnUrl(): string | null {
    const { payWith, returnUrl } = this.#opened;
    return payWith?.kind === 'LIBRARY' ? returnUrl : null;
  }
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'Started, or found where one of the same invoice stands.' })
export class StartCardPaymentSuccess {
  @Field(() => CardPayment)
  cardPayment!: CardPayment;

  @Field(() => CardCheckout)
  checkout!: CardCheckout;
}

export const StartCardPaymentResult = createUnionType({
  name: 'StartCardPaymentResult',
  types: () =>
    [
      StartCardPaymentSuccess,
      InvalidInput,
      InvoiceNotFound,
      PayLinkUnknown,
      NothingOwed,
      PaymentDeclined,
      GatewayUnavailable,
      TooManyAttempts,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class StartCardPaymentResolver {
  @Policy('CLIENT')
  @Mutation(() => StartCardPaymentResult, {
    description:
      'Starts to pay an invoice by card, whole or in part, signed in or with a pay link. While one of the same amount stands, a second start answers with that one. A payment that nobody finished is over after 24 hours.',
  })
  @AnswerProblems()
  async startCardPayment(
    @Ctx() context: Context,
    @Arg('input', () => StartCardPaymentInput) input: StartCardPaymentInput,
  ): Promise<typeof StartCardPaymentResult> {
    const opened = await startCardPayment(context, {
      invoiceId: input.invoiceId ?? null,
      payLinkToken: input.payLinkToken ?? null,
      returnPage: input.returnPage ?? ClientPageKind.INVOICE,
      amountCents: input.amountCents ?? null,
      idempotencyKey: input.idempotencyKey ?? undefined,
    });
    forgetLoaded(context);
    const facts = await context.load(cardPaymentById, opened.id);
    if (!facts) throw new Error('a card payment that was started is gone');
    return Object.assign(new StartCardPaymentSuccess(), {
      cardPayment: new CardPayment(facts, context),
      checkout: new CardCheckout(opened, context),
    });
  }
}
