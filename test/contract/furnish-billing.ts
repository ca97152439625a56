import { localDate } from '../../src/kernel/local-date.ts';
import {
  newId,
  toPublicId,
  type AccountId,
  type AssociationId,
  type IdKind,
  type MembershipId,
  type PersonId,
} from '../../src/kernel/id.ts';
import { digest } from '../../src/platform/secrets/digest.ts';
import { givenAccount } from '../accounts/given-account.ts';
import { duesLine, givenInvoice } from '../billing/given-invoices.ts';
import { givenPerson } from '../support/given/membership-world.ts';
import type { Portal } from '../support/portal.ts';

interface Billed {
  readonly associationId: AssociationId;
  readonly membershipId: MembershipId;
  readonly personId: PersonId;
  /** Of the staff. */
  readonly accountId: AccountId;
}

type BillingKind = Extract<
  IdKind,
  | 'FeeItem'
  | 'Invoice'
  | 'InvoiceLine'
  | 'CreditNote'
  | 'BillToChange'
  | 'PayLink'
  | 'Payment'
  | 'CardPayment'
  | 'ParkedReceipt'
  | 'IntentToPay'
  | 'Refund'
  | 'RemittanceBatch'
>;

/** The dues of a member, with everything that can hang on an invoice; nothing of it stands in the ledger. */
export async function furnishBilling(
  portal: Portal,
  { associationId, membershipId, personId, accountId }: Billed,
  mark: string,
): Promise<Readonly<Record<BillingKind, string>>> {
  const { clock, random, db } = portal.parts;
  const payer = { personId };
  const { id: invoiceId, lineIds } = await givenInvoice(portal, associationId, payer, {
    kind: 'DUES',
    membershipId,
    lines: [
      duesLine(associationId, membershipId, {
        descriptions: { fr: `Cotisation ${mark}`, en: `${mark} dues` },
      }),
    ],
  });
  const [lineId] = lineIds;
  if (lineId === undefined) throw new Error('an invoice has a line');

  const ids = {
    FeeItem: newId<'FeeItem'>(clock, random),
    CreditNote: newId<'CreditNote'>(clock, random),
    BillToChange: newId<'BillToChange'>(clock, random),
    PayLink: newId<'PayLink'>(clock, random),
    Payment: newId<'Payment'>(clock, random),
    CardPayment: newId<'CardPayment'>(clock, random),
    ParkedReceipt: newId<'ParkedReceipt'>(clock, random),
    IntentToPay: newId<'IntentToPay'>(clock, random),
    Refund: newId<'Refund'>(clock, random),
    RemittanceBatch: newId<'RemittanceBatch'>(clock, random),
  };
  const asker = await givenAccount(portal, { associationIds: [associationId] });
  const familyName = `Demande-${mark}`;
  await givenPerson(portal, { associationId, givenName: 'Inès', familyName, accountId: asker.id });
  const now = clock.now();
  const today = localDate(now.toISOString().slice(0, 10));
  const later = new Date(now.getTime() + 30 * 86_400_000);
  await db.transaction(async tx => {
    const add = (sql: string, values: unknown[]): Promise<unknown> => tx.query(sql, values);
    await add(
      `insert into fee_item (id, association_id, code, kind, name_fr, name_en, tax_treatment, charged, effect, settlement,
         price_day, tax_day)
       values ($1, $2, $3, 'FEE', $4, $4, 'NONE', 'ON_DEMAND', 'NONE', 'ON_PAYMENT', 'INVOICE_DAY', 'INVOICE_DAY')`,
      [ids.FeeItem, associationId, `FRAIS-${mark}`, `Frais ${mark}`],
    );
    await add(
      `insert into credit_note (id, issuer_id, fiscal_year, number, invoice_id, issued_at, issued_on, letterhead_id, layout,
         bill_to_version, reason, net_cents, tax_cents)
       select $1, issuer_id, fiscal_year, number + 900000, id, $3, $4, letterhead_id, layout, 1, $5, 0, 0 from invoice where id = $2`,
      [ids.CreditNote, invoiceId, now, today, `Erreur ${mark}`],
    );
    await add(
      `insert into bill_to_change (id, issuer_id, invoice_id, name, asked_at, asked_by) values ($1, $2, $3, $4, $5, $6)`,
      [ids.BillToChange, associationId, invoiceId, `Adressée à ${mark}`, now, asker.id],
    );
    await add(
      'insert into pay_link (id, invoice_id, digest, created_at, created_by, expires_at) values ($1, $2, $3, $4, $5, $6)',
      [ids.PayLink, invoiceId, digest(`pay ${mark}`), now, accountId, later],
    );
    await add(
      `insert into payment (id, receiver_id, method, cents, received_at, received_on, payer_person_id, payer_name, reference,
         recorded_by)
       values ($1, $2, 'CHEQUE', 1000, $3, $4, $5, $6, $7, $8)`,
      [ids.Payment, associationId, now, today, personId, `Tireur ${mark}`, `Chèque ${mark}`, accountId],
    );
    await add(
      `insert into card_payment (id, invoice_id, gateway, gateway_reference, cents, return_url, locale, started_at, version,
         ended_at, outcome)
       values ($1, $2, 'sandbox', $3, 1000, 'https://nulle-part.example/', 'fr-CA', $4, 1, $4, 'CANCELLED')`,
      [ids.CardPayment, invoiceId, `card-${mark}`, now],
    );
    await add(
      `insert into parked_receipt (id, receiver_id, cents, currency, why, payer_name, reference, parked_at)
       values ($1, $2, 1000, 'CAD', 'UNKNOWN_REFERENCE', $3, $4, $5)`,
      [ids.ParkedReceipt, associationId, `Inconnu ${mark}`, `Virement ${mark}`, now],
    );
    await add(
      `insert into intent_to_pay (id, invoice_id, issuer_id, method, expected_on, stated_at, deadline_at)
       values ($1, $2, $3, 'CHEQUE', $4, $5, $6)`,
      [ids.IntentToPay, invoiceId, associationId, today, now, later],
    );
    await add(
      `insert into refund (id, book_id, payment_id, cents, way, reason, keeps_effects, prepared_at, prepared_by, withdrawn_at)
       values ($1, $2, $3, 100, 'CHEQUE', $4, false, $5, $6, $5)`,
      [ids.Refund, associationId, ids.Payment, `Trop payé ${mark}`, now, accountId],
    );
    // To the free body below, which has no staff.
    await add(
      `insert into remittance_batch (id, book_id, body_id, kind, period_from, period_to, cents, prepared_at, prepared_by,
         reversed_at, reversed_by, reversal_reason, book_letterhead_id, body_letterhead_id, layout)
       select $1, $2, b.id, 'REMITTANCE', '2026-01-01', '2026-02-01', 100, $3, $4, $3, $4, $5, h.id, h.id, 1
       from association b join association own on own.root_id = b.root_id and own.id = $2
       join lateral (select id from letterhead where association_id = own.id limit 1) h on true
       where b.code = $6`,
      [ids.RemittanceBatch, associationId, now, accountId, `Rappel ${mark}`, `libre-${mark.toLowerCase()}`],
    );
  });
  return {
    Invoice: toPublicId('Invoice', invoiceId),
    InvoiceLine: toPublicId('InvoiceLine', lineId),
    FeeItem: toPublicId('FeeItem', ids.FeeItem),
    CreditNote: toPublicId('CreditNote', ids.CreditNote),
    BillToChange: toPublicId('BillToChange', ids.BillToChange),
    PayLink: toPublicId('PayLink', ids.PayLink),
    Payment: toPublicId('Payment', ids.Payment),
    CardPayment: toPublicId('CardPayment', ids.CardPayment),
    ParkedReceipt: toPublicId('ParkedReceipt', ids.ParkedReceipt),
    IntentToPay: toPublicId('IntentToPay', ids.IntentToPay),
    Refund: toPublicId('Refund', ids.Refund),
    RemittanceBatch: toPublicId('RemittanceBatch', ids.RemittanceBatch),
  };
}
