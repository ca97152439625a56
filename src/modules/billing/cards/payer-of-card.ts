import type { CardPaymentId, PersonId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement, type Statement } from '../../../platform/database/statement.ts';
import { isPayer, type InvoiceFacts } from '../invoices/index.ts';
import { payerIn, type Payer, type PayerColumns } from '../payer.ts';
import type { PaidAs } from './card-words.ts';

interface Row extends PayerColumns {
  readonly paidAs: PaidAs | null;
  readonly personId: PersonId | null;
}

// Of the persons of a household, the one whom the invoice is about.
const payer = (name: string, where: string): Statement<Row> =>
  statement(
    name,
    `select c.paid_as as "paidAs", i.payer_person_id as "payerPersonId", i.payer_organization_id as "payerOrganizationId",
       i.payer_association_id as "payerAssociationId",
       (select p.id from person p join association a on a.id = p.association_id
        where p.account_id = c.started_by and a.root_id = issuer.root_id
        order by p.id is not distinct from (select person_id from membership where id = i.membership_id) desc, p.id
        limit 1) as "personId"
     from card_payment c join invoice i on i.id = c.invoice_id join association issuer on issuer.id = i.issuer_id
     where ${where}`,
  );
const ofCardPayment = payer('card-payer', 'c.id = $1');
const atGateway = payer('card-payer-at-gateway', 'c.gateway = $1 and c.gateway_reference = $2');

/** As what whoever starts a payment pays; null for a pay link in the hands of somebody who is not signed in. */
export async function paidAs(context: Context, invoice: InvoiceFacts): Promise<PaidAs | null> {
  if (context.actor === null) return null;
  return (await isPayer(context, invoice)) ? 'PAYER' : 'SELF';
}

/** Whose card it was, as far as anybody knows. */
export async function payerOfCard(tx: Tx, id: CardPaymentId): Promise<Payer | null> {
  const [row] = await within(tx, ofCardPayment, [id]);
  return row ? payerOf(row) : null;
}

/** The same of what a gateway names; nothing where no payment of ours is meant. */
export async function cardPayerAt(
  { db }: Pick<Context, 'db'>,
  gateway: string,
  reference: string,
): Promise<{ readonly payer: Payer | null } | null> {
  const [row] = await db.read(atGateway, [gateway, reference]);
  return row ? { payer: payerOf(row) } : null;
}

function payerOf({ paidAs: as, personId, ...owing }: Row): Payer | null {
  if (as === 'PAYER') return payerIn(owing);
  return as === 'SELF' && personId !== null ? { personId } : null;
}
