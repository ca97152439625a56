import type { AssociationId, InvoiceId, PaymentId } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { PayerColumns } from '../payer.ts';
import type { PaymentMethod, ReturnKind } from './payment-words.ts';

/** A payment as it is read; cents as text. */
export interface PaymentFacts extends PayerColumns {
  readonly id: PaymentId;
  readonly receiverId: AssociationId;
  readonly method: PaymentMethod;
  readonly cents: string;
  readonly receivedAt: Date;
  readonly receivedOn: LocalDate;
  readonly payerFr: string | null;
  readonly payerEn: string | null;
  readonly reference: string | null;
  readonly returnKind: ReturnKind | null;
  readonly returnedOn: LocalDate | null;
  readonly feeInvoiceId: InvoiceId | null;
}

/** `p` is the payment; see `PAYMENT_JOINS`. */
export const PAYMENT_COLUMNS = `
  p.id, p.receiver_id as "receiverId", p.method, p.cents::text as cents, p.received_at as "receivedAt",
  p.received_on::text as "receivedOn", p.payer_person_id as "payerPersonId",
  p.payer_organization_id as "payerOrganizationId", p.payer_association_id as "payerAssociationId",
  coalesce(p.payer_name, person.given_name || ' ' || person.family_name, organization.public_name_fr, body.name_fr)
    as "payerFr",
  coalesce(p.payer_name, person.given_name || ' ' || person.family_name, organization.public_name_en, body.name_en)
    as "payerEn", p.reference, back.kind as "returnKind", back.returned_on::text as "returnedOn",
  back.fee_invoice_id as "feeInvoiceId"`;

export const PAYMENT_JOINS = `
  left join person on person.id = p.payer_person_id
  left join organization on organization.id = p.payer_organization_id
  left join association body on body.id = p.payer_association_id
  left join payment_return back on back.payment_id = p.id`;

/** What of a payment went to a line of an invoice, when it was received. */
export interface AllocationFacts {
  readonly paymentId: PaymentId;
  readonly invoiceId: InvoiceId;
  readonly fr: string;
  readonly en: string;
  readonly cents: string;
}
