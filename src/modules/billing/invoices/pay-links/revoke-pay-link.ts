import { fromPublicId, type InvoiceId, type PayLinkId } from '../../../../kernel/id.ts';
import { recordAudit } from '../../../../platform/audit/record-audit.ts';
import type { Context } from '../../../../platform/context.ts';
import { refuse } from '../../../../platform/problem.ts';
import { invoiceById } from '../invoice.loaders.ts';
import { mayLetPay } from './payable-invoice.ts';
import { PayLinkNotFound } from './pay-link.problems.ts';
import { payLinkById, revokePayLinkRow } from './pay-link.rows.ts';

/** Withdraws a link: it opens nothing any more. One that is withdrawn already stays so. */
export async function revokePayLink(
  context: Context,
  publicId: string,
): Promise<{ readonly id: PayLinkId; readonly invoiceId: InvoiceId }> {
  const id = fromPublicId('PayLink', publicId);
  const link = id && (await context.load(payLinkById, id));
  const invoice = link && (await context.load(invoiceById, link.invoiceId));
  if (!link || !invoice || !(await mayLetPay(context, invoice))) refuse(new PayLinkNotFound());

  await context.db.transaction(async tx => {
    const revoked = await revokePayLinkRow(tx, link.id, context.clock.now());
    if (revoked === null) return;
    await recordAudit(context, tx, {
      act: 'revokePayLink',
      subjectKind: 'Invoice',
      subjectId: invoice.id,
      associationId: invoice.issuerId,
      after: { payLinkId: link.id },
    });
  });
  return { id: link.id, invoiceId: invoice.id };
}
