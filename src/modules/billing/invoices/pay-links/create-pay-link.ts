import { newId, type InvoiceId, type PayLinkId } from '../../../../kernel/id.ts';
import { recordAudit } from '../../../../platform/audit/record-audit.ts';
import type { Context } from '../../../../platform/context.ts';
import { contextWithin } from '../../../../platform/database/context-within.ts';
import { onceAfter } from '../../../../platform/database/idempotency.ts';
import { registeredPageUrl } from '../../../integrations/index.ts';
import { invoiceToLetPay } from './payable-invoice.ts';
import { addPayLink } from './pay-link.rows.ts';

export interface CreatePayLink {
  readonly invoiceId: string;
  readonly idempotencyKey: string | undefined;
}

export interface CreatedPayLink {
  readonly id: PayLinkId;
  readonly invoiceId: InvoiceId;
  readonly token: string;
  /** Null where no client of the issuer has a page for invoices. */
  readonly url: string | null;
}

const SECRET_BYTES = 16;
const DAYS = 90;
const DAY_MS = 24 * 3_600_000;

/** Makes a link that lets whoever has it pay one invoice. Its secret is in nobody's hands but the asker's. */
export const createPayLink = (
  context: Context,
  { idempotencyKey: key, ...input }: CreatePayLink,
): Promise<CreatedPayLink> =>
  onceAfter(
    context,
    () => invoiceToLetPay(context, input.invoiceId),
    { operation: 'createPayLink', key, input },
    async (tx, { id: invoiceId, issuerId, locale }) => {
      const { clock, random, actor } = context;
      const id = newId<'PayLink'>(clock, random);
      const token = Buffer.from(random(SECRET_BYTES)).toString('base64url');
      const createdAt = clock.now();
      const expiresAt = new Date(createdAt.getTime() + DAYS * DAY_MS);
      await addPayLink(tx, {
        id,
        invoiceId,
        token,
        createdAt,
        createdBy: actor?.accountId ?? null,
        expiresAt,
      });
      await recordAudit(context, tx, {
        act: 'createPayLink',
        subjectKind: 'Invoice',
        subjectId: invoiceId,
        associationId: issuerId,
        after: { payLinkId: id },
      });
      const page = await registeredPageUrl(contextWithin(context, tx), issuerId, 'INVOICE', locale);
      // In the fragment, which no server and no log ever sees.
      return { id, invoiceId, token, url: page === null ? null : `${page}#pay=${token}` };
    },
  );
