import { newId, type AccountId } from '../../src/kernel/id.ts';
import { givenAccount } from '../accounts/given-account.ts';
import { givenInvoice } from '../billing/given-invoices.ts';
import { givenPerson } from '../support/given/membership-world.ts';
import type { Portal } from '../support/portal.ts';

/** What an account has recorded, prepared or approved of money is the act of the one that it was joined to. */
export const MONEY_TREATED = {
  'bill_to.recorded_by': 'MOVED',
  'bill_to_change.asked_by': 'MOVED',
  'bill_to_change.approved_by': 'MOVED',
  'bill_to_change.declined_by': 'MOVED',
  'card_payment.started_by': 'MOVED',
  'closed_period.closed_by': 'MOVED',
  'credit_note.recorded_by': 'MOVED',
  'credit_use.used_by': 'MOVED',
  'intent_to_pay.stated_by': 'MOVED',
  'parked_receipt.settled_by': 'MOVED',
  'pay_link.created_by': 'MOVED',
  'payment.recorded_by': 'MOVED',
  'payment_return.recorded_by': 'MOVED',
  'refund.approved_by': 'MOVED',
  'refund.prepared_by': 'MOVED',
  'remittance_batch.approved_by': 'MOVED',
  'remittance_batch.paid_by': 'MOVED',
  'remittance_batch.prepared_by': 'MOVED',
  'remittance_batch.reversed_by': 'MOVED',
} as const;

type Row = Readonly<Record<string, unknown>>;
type Put = (table: string, row: Row) => Promise<unknown>;

const DAY = '2001-01-01';

const putting = (portal: Portal, rows: (put: Put) => Promise<void>): Promise<void> =>
  portal.parts.db.transaction(tx =>
    rows((table, row) => {
      const columns = Object.keys(row);
      const values = columns.map((_, at) => `$${String(at + 1)}`);
      return tx.query(`insert into ${table} (${columns.join(', ')}) values (${values.join(', ')})`, [
        ...Object.values(row),
      ]);
    }),
  );

const batch = (
  portal: Portal,
  sheet: string,
  [preparedBy, approvedBy]: readonly [AccountId, AccountId],
): Row => ({
  id: newId(portal.clock, portal.parts.random),
  book_id: portal.world.aqpm.association.id,
  body_id: portal.world.icu.association.id,
  kind: 'REMITTANCE',
  period_from: DAY,
  period_to: '2001-02-01',
  book_letterhead_id: sheet,
  body_letterhead_id: sheet,
  layout: 1,
  cents: 1,
  prepared_at: portal.clock.now(),
  prepared_by: preparedBy,
  approved_at: portal.clock.now(),
  approved_by: approvedBy,
});

/** A row of money of each kind that names the account; of two pairs of eyes the other is somebody else's. */
export async function givenMoneyRows(portal: Portal, account: AccountId): Promise<void> {
  const now = portal.clock.now();
  const body = portal.world.aqpm.association.id;
  const id = (): string => newId(portal.clock, portal.parts.random);
  const invoice = (await givenInvoice(portal, body, { personId: (await givenPerson(portal)).id })).id;
  const { id: somebody } = await givenAccount(portal);
  const sheet = await letterhead(portal);
  const payment = id();

  await putting(portal, async put => {
    const billed = { invoice_id: invoice, version: 2, name: 'x', recorded_at: now };
    await put('bill_to', { ...billed, recorded_by: account });
    const asked = { issuer_id: body, invoice_id: invoice, name: 'x', asked_at: now };
    await put('bill_to_change', {
      ...asked,
      id: id(),
      asked_by: account,
      approved_at: now,
      approved_by: somebody,
    });
    await put('bill_to_change', {
      ...asked,
      id: id(),
      asked_by: somebody,
      approved_at: now,
      approved_by: account,
    });
    await put('bill_to_change', {
      ...asked,
      id: id(),
      asked_by: somebody,
      declined_at: now,
      declined_by: account,
    });
    const numbered = { id: id(), issuer_id: body, fiscal_year: 1999, number: 1, invoice_id: invoice };
    const note = { ...numbered, issued_at: now, issued_on: DAY, letterhead_id: sheet, layout: 1 };
    const credited = { bill_to_version: 1, reason: 'x', net_cents: 0, tax_cents: 0 };
    await put('credit_note', { ...note, ...credited, recorded_by: account });
    const link = { id: id(), invoice_id: invoice, digest: Buffer.from(invoice), created_at: now };
    await put('pay_link', { ...link, expires_at: now, created_by: account });
    const received = { id: payment, receiver_id: body, method: 'CASH', cents: 1, received_at: now };
    await put('payment', { ...received, received_on: DAY, recorded_by: account });
    const returned = { payment_id: payment, kind: 'NSF', returned_at: now, returned_on: DAY };
    await put('payment_return', { ...returned, recorded_by: account });
    await put('credit_use', { id: id(), invoice_id: invoice, cents: 1, used_at: now, used_by: account });
    const card = { id: id(), invoice_id: invoice, gateway: 'x', cents: 1, return_url: 'x', locale: 'fr-CA' };
    await put('card_payment', { ...card, version: 1, started_at: now, started_by: account });
    const intent = { id: id(), invoice_id: invoice, issuer_id: body, method: 'CHEQUE', expected_on: DAY };
    await put('intent_to_pay', { ...intent, stated_at: now, deadline_at: now, stated_by: account });
    const parked = { id: id(), receiver_id: body, cents: 1, currency: 'CAD', why: 'UNKNOWN_REFERENCE' };
    const settled = { parked_at: now, settled_at: now, settled_how: 'RETURNED', settled_by: account };
    await put('parked_receipt', { ...parked, ...settled });
    await put('closed_period', { book_id: body, through_on: DAY, closed_at: now, closed_by: account });
    for (const [prepared_by, approved_by] of [
      [account, somebody],
      [somebody, account],
    ] as const) {
      const refund = { id: id(), book_id: body, payment_id: payment, cents: 1, way: 'CHEQUE', reason: 'x' };
      await put('refund', { ...refund, keeps_effects: false, prepared_at: now, prepared_by, approved_by });
      const done = { paid_at: now, paid_by: account, reversed_at: now, reversed_by: account };
      await put('remittance_batch', { ...batch(portal, sheet, [prepared_by, approved_by]), ...done });
    }
  });
}

/** What one person prepared with one account and approved with another. */
export async function givenOwnApproval(
  portal: Portal,
  prepared: AccountId,
  approved: AccountId,
): Promise<void> {
  await givenInvoice(portal, portal.world.aqpm.association.id, {
    personId: (await givenPerson(portal)).id,
  });
  const sheet = await letterhead(portal);
  await putting(portal, async put => {
    await put('remittance_batch', batch(portal, sheet, [prepared, approved]));
  });
}

/** Of the body, as its first invoice froze it. */
async function letterhead({ parts, world }: Portal): Promise<string> {
  const [sheet] = await parts.db.entities.query<{ id: string }[]>(
    'select id from letterhead where association_id = $1 limit 1',
    [world.aqpm.association.id],
  );
  if (sheet === undefined) throw new Error('a body that has billed has a letterhead');
  return sheet.id;
}
