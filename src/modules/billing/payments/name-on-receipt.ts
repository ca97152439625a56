import type { InvoiceId } from '../../../kernel/id.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { payerColumns, type Payer } from '../payer.ts';

interface Paying {
  readonly payer: Payer | null;
  /** As whoever paid is called, where they are not on file. */
  readonly payerName: string | null;
  readonly invoiceIds: readonly InvoiceId[];
}

const isEnglish = `(select locale = 'en-CA' from invoice where id = any ($1::uuid[]) order by issued_at, id limit 1)`;

// As their own invoice is addressed where they owe one of those; else as they are on file, in the language of the first.
const read = statement<{ name: string | null }>(
  'payment-name-on-receipt',
  `select coalesce(
     (select b.name from invoice i join bill_to b on b.invoice_id = i.id
      where i.id = any ($1::uuid[])
        and (i.payer_person_id, i.payer_organization_id, i.payer_association_id)
          is not distinct from ($2::uuid, $3::uuid, $4::uuid)
      order by i.issued_at, i.id, b.version desc limit 1),
     (select given_name || ' ' || family_name from person where id = $2),
     (select case when ${isEnglish} then public_name_en else public_name_fr end from organization where id = $3),
     (select case when ${isEnglish} then name_en else name_fr end from association where id = $4)) as name`,
);

/** Whom the receipt of a payment names, for good: whoever is said to have paid, or is on file; null for nobody. */
export async function nameOnReceipt(
  tx: Tx,
  { payer, payerName, invoiceIds }: Paying,
): Promise<string | null> {
  if (payerName !== null || payer === null) return payerName;
  const { payerPersonId, payerOrganizationId, payerAssociationId } = payerColumns(payer);
  const [found] = await within(tx, read, [
    invoiceIds,
    payerPersonId,
    payerOrganizationId,
    payerAssociationId,
  ]);
  return found?.name ?? null;
}
