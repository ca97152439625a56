import { fromPublicId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { Forbidden } from '../../../platform/graphql/faults.ts';
import { refuse } from '../../../platform/problem.ts';
import { bodyForStaff, type StaffAction } from '../../associations/index.ts';
import type { InvoiceFacts } from '../invoices/invoice-facts.ts';
import { invoiceById } from '../invoices/invoice.loaders.ts';
import { InvoiceNotFound } from '../invoices/invoice.problems.ts';
import { payerIn } from '../payer.ts';
import { isOwnInvoice } from '../own-money.ts';

type Body = NonNullable<Awaited<ReturnType<typeof bodyForStaff>>>;

/** A body whose money the signed-in person looks after; absent and elsewhere are the same fault. */
export async function bodyInCare(context: Context, action: StaffAction, publicId: string): Promise<Body> {
  const id = fromPublicId('Association', publicId);
  const body = id && (await bodyForStaff(context, action, id));
  if (!body) throw new Forbidden('STAFF');
  return body;
}

/** Invoices that a body issued, for an act of its staff: absent, another's and one's own are the same answer. */
export const invoicesOfBody = (
  context: Context,
  body: Body,
  publicIds: readonly string[],
): Promise<InvoiceFacts[]> =>
  Promise.all(
    [...new Set(publicIds)].map(async publicId => {
      const id = fromPublicId('Invoice', publicId);
      const invoice = id && (await context.load(invoiceById, id));
      if (!invoice || invoice.issuerId !== body.id) refuse(new InvoiceNotFound());
      if (await isOwnInvoice(context, { ...invoice, payer: payerIn(invoice) })) refuse(new InvoiceNotFound());
      return invoice;
    }),
  );
