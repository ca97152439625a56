import type { Parts } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { NewInvoice, WrittenInvoice } from './new-invoice.ts';
import { writeInvoices } from './write-invoices.ts';

/** Writes one invoice under the next number of its issuer: see `writeInvoices`. */
export async function writeInvoice(
  context: Pick<Parts, 'clock' | 'random' | 'ports' | 'vault'>,
  tx: Tx,
  { issuerId, ...invoice }: NewInvoice,
): Promise<WrittenInvoice> {
  const [written] = await writeInvoices(context, tx, issuerId, [invoice]);
  if (!written) throw new Error('an invoice was not written');
  return written;
}
