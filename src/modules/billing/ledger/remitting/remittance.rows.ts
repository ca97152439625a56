import { defineLoader, type Loader } from '../../../../platform/database/loader.ts';
import { statement } from '../../../../platform/database/statement.ts';
import type { RemittanceBatchEntity } from './remittance-batch.entity.ts';

export type RemittanceRow = Omit<
  RemittanceBatchEntity,
  'cents' | 'bookLetterheadId' | 'bodyLetterheadId' | 'layout'
> & { readonly cents: string };

export const REMITTANCE_COLUMNS = `id, book_id as "bookId", body_id as "bodyId", kind, period_from::text as "periodFrom",
  period_to::text as "periodTo", cents::text as cents, prepared_at as "preparedAt", prepared_by as "preparedBy",
  approved_at as "approvedAt", approved_by as "approvedBy", paid_at as "paidAt", paid_on::text as "paidOn",
  paid_by as "paidBy", payment_reference as "paymentReference", reversed_at as "reversedAt",
  reversed_by as "reversedBy", reversal_reason as "reversalReason"`;

export const findRemittances = statement<RemittanceRow>(
  'remittances-find',
  `select ${REMITTANCE_COLUMNS} from remittance_batch where id = any ($1)`,
);

export const remittanceById: Loader<string, RemittanceRow | null> = defineLoader(
  async (context, ids: readonly string[]) => {
    const rows = await context.db.read(findRemittances, [ids]);
    const byId = new Map<string, RemittanceRow>(rows.map(row => [row.id, row]));
    return ids.map(id => byId.get(id) ?? null);
  },
);
