import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { Context } from '../../../../platform/context.ts';
import { AnswerProblems } from '../../../../platform/graphql/answer-problems.ts';
import { IdempotencyKeyReused } from '../../../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../../../platform/graphql/invalid-input.ts';
import { nodeSource, type NodeSources } from '../../../../platform/graphql/node.ts';
import { Policy } from '../../../../platform/graphql/policy.ts';
import { TooManyAttempts } from '../../../../platform/graphql/too-many-attempts.ts';
import { Identifier } from '../../../../platform/graphql/validators.ts';
import { associationById, inLanguage } from '../../../associations/index.ts';
import { invoiceAfter } from '../invoice-in-care.ts';
import { InvoiceNotFound } from '../invoice.problems.ts';
import { readerOf } from '../invoice-rights.ts';
import { invoiceView } from '../invoice-view.ts';
import { invoiceById } from '../invoice.loaders.ts';
import { Invoice } from '../invoice.type.ts';
import { createPayLink } from './create-pay-link.ts';
import { invoiceByPayLink } from './invoice-by-pay-link.ts';
import { PayLinkNotFound, PayLinkUnknown } from './pay-link.problems.ts';
import { payLinkById, payLinksOfInvoice } from './pay-link.rows.ts';
import { PayLink } from './pay-link.type.ts';
import { PayableInvoice } from './payable-invoice.type.ts';
import { revokePayLink } from './revoke-pay-link.ts';

@InputType()
export class CreatePayLinkInput {
  @Field(() => ID)
  @Identifier()
  invoiceId!: string;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'The link, and its secret for this once.' })
export class CreatePayLinkSuccess {
  @Field(() => PayLink)
  payLink!: PayLink;

  @Field(() => String, { description: 'What `invoiceByPayLink` takes. Whoever has it may pay.' })
  token!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The page of the association’s site that opens it, the secret in its fragment; null where its site has no page `INVOICE`.',
  })
  url!: string | null;

  @Field(() => Invoice)
  invoice!: Invoice;
}

export const CreatePayLinkResult = createUnionType({
  name: 'CreatePayLinkResult',
  types: () => [CreatePayLinkSuccess, InvalidInput, InvoiceNotFound, IdempotencyKeyReused] as const,
});

@InputType()
export class RevokePayLinkInput {
  @Field(() => ID)
  @Identifier()
  payLinkId!: string;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'The link opens nothing any more.' })
export class RevokePayLinkSuccess {
  @Field(() => Invoice)
  invoice!: Invoice;
}

export const RevokePayLinkResult = createUnionType({
  name: 'RevokePayLinkResult',
  types: () => [RevokePayLinkSuccess, InvalidInput, PayLinkNotFound] as const,
});

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'The link opens an invoice.' })
export class InvoiceByPayLinkSuccess {
  @Field(() => PayableInvoice)
  invoice!: PayableInvoice;
}

export const InvoiceByPayLinkResult = createUnionType({
  name: 'InvoiceByPayLinkResult',
  types: () => [InvoiceByPayLinkSuccess, PayLinkUnknown, TooManyAttempts] as const,
});

@Resolver(() => Invoice)
export class PayLinksResolver {
  @Policy('SIGNED_IN')
  @Mutation(() => CreatePayLinkResult, {
    description:
      'Makes a link that lets whoever has it pay one invoice, for 90 days. For whoever owes the invoice, and for staff (role ADMIN or FINANCE).',
  })
  @AnswerProblems()
  async createPayLink(
    @Ctx() context: Context,
    @Arg('input', () => CreatePayLinkInput) { invoiceId, idempotencyKey }: CreatePayLinkInput,
  ): Promise<typeof CreatePayLinkResult> {
    const made = await createPayLink(context, { invoiceId, idempotencyKey: idempotencyKey ?? undefined });
    const invoice = await invoiceAfter(context, made.invoiceId);
    const facts = await context.load(payLinkById, made.id);
    if (!facts) throw new Error('a link was lost as it was made');
    const { token, url } = made;
    return Object.assign(new CreatePayLinkSuccess(), { payLink: new PayLink(facts), token, url, invoice });
  }

  @Policy('SIGNED_IN')
  @Mutation(() => RevokePayLinkResult, {
    description: 'Withdraws a link. For whoever owes the invoice, and for staff (role ADMIN or FINANCE).',
  })
  @AnswerProblems()
  async revokePayLink(
    @Ctx() context: Context,
    @Arg('input', () => RevokePayLinkInput) { payLinkId }: RevokePayLinkInput,
  ): Promise<typeof RevokePayLinkResult> {
    const { invoiceId } = await revokePayLink(context, payLinkId);
    return Object.assign(new RevokePayLinkSuccess(), { invoice: await invoiceAfter(context, invoiceId) });
  }

  @Policy('CLIENT')
  @Query(() => InvoiceByPayLinkResult, {
    description:
      'The invoice that a link opens, without a session. Asking changes nothing, however often; wrong secrets are counted.',
  })
  @AnswerProblems()
  async invoiceByPayLink(
    @Ctx() context: Context,
    @Arg('token', () => String, { description: 'From the fragment of the page’s address.' }) token: string,
  ): Promise<typeof InvoiceByPayLinkResult> {
    const facts = await invoiceByPayLink(context, token);
    const issuer = await context.load(associationById, facts.issuerId);
    const name = issuer ? inLanguage(context.locale, issuer.nameFr, issuer.nameEn) : '';
    const invoice = new PayableInvoice(invoiceView(context, facts, 'MEMBER'), name);
    return Object.assign(new InvoiceByPayLinkSuccess(), { invoice });
  }

  @FieldResolver(() => [PayLink], {
    description:
      'The links that were made for it, at most 50: those that can be used before the others, the latest of each; the first one first. Empty for whoever does not see `billTo`.',
  })
  async payLinks(@Root() { facts }: Invoice, @Ctx() context: Context): Promise<readonly PayLink[]> {
    const reader = await readerOf(context, facts);
    if (reader === null || reader === 'MEMBER') return [];
    return (await context.load(payLinksOfInvoice, facts.id)).map(link => new PayLink(link));
  }
}

/** A link, for whoever sees those of its invoice. */
async function findPayLink(context: Context, id: string): Promise<PayLink | null> {
  const facts = await context.load(payLinkById, id);
  const invoice = facts && (await context.load(invoiceById, facts.invoiceId));
  const reader = invoice && (await readerOf(context, invoice));
  return facts && reader && reader !== 'MEMBER' ? new PayLink(facts) : null;
}

export const payLinkNodes: NodeSources = [nodeSource('PayLink', findPayLink)];
