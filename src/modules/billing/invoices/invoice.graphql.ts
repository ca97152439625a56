import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { fromPublicId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { nodeSource, type NodeSources } from '../../../platform/graphql/node.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { findInvoice, findInvoiceLine } from './invoice-view.ts';
import { Invoice } from './invoice.type.ts';

@Resolver()
export class InvoiceResolver {
  @Policy('SIGNED_IN')
  @Query(() => Invoice, {
    nullable: true,
    description:
      'An invoice, for whoever owes it, the member whom it is about, and staff of its issuer (role ADMIN, MEMBERSHIP or FINANCE); null for anybody else and when there is none.',
  })
  async invoice(@Arg('id', () => ID) publicId: string, @Ctx() context: Context): Promise<Invoice | null> {
    const id = fromPublicId('Invoice', publicId);
    return id && findInvoice(context, id);
  }
}

export const invoiceNodes: NodeSources = [
  nodeSource('Invoice', findInvoice),
  nodeSource('InvoiceLine', findInvoiceLine),
];
