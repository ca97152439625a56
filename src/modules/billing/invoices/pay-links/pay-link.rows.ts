import type { InvoiceId, PayLinkId } from '../../../../kernel/id.ts';
import type { Database, Tx } from '../../../../platform/database/database.ts';
import { within } from '../../../../platform/database/database.ts';
import { defineLoader, type Loader } from '../../../../platform/database/loader.ts';
import { statement } from '../../../../platform/database/statement.ts';
import { digest } from '../../../../platform/secrets/digest.ts';

/** All of a link but its secret, which nobody can read again. */
export interface PayLinkFacts {
  readonly id: PayLinkId;
  readonly invoiceId: InvoiceId;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}

const COLUMNS = `
  id, invoice_id as "invoiceId", created_at as "createdAt", expires_at as "expiresAt", revoked_at as "revokedAt"`;

const readById = statement<PayLinkFacts>(
  'pay-links-by-id',
  `select ${COLUMNS} from pay_link where id = any ($1::uuid[])`,
);
/** Somebody who makes link after link stays within this; whatever opens the invoice still is found first. */
const MOST_OF_INVOICE = 50;
const readOfInvoices = statement<PayLinkFacts>(
  'pay-links-of-invoices',
  `select l.* from unnest($1::uuid[]) i (id) cross join lateral (
     select ${COLUMNS} from pay_link where invoice_id = i.id
     order by revoked_at is null and expires_at > $2 desc, created_at desc, id desc limit ${String(MOST_OF_INVOICE)}) l
   order by l."createdAt", l.id`,
);
const readUsable = statement<{ invoiceId: InvoiceId }>(
  'pay-link-usable',
  `select invoice_id as "invoiceId" from pay_link where digest = $1 and revoked_at is null and expires_at > $2`,
);
const add = statement(
  'pay-link-add',
  `insert into pay_link (id, invoice_id, digest, created_at, created_by, expires_at) values ($1, $2, $3, $4, $5, $6)`,
);
const end = statement<PayLinkFacts>(
  'pay-link-revoke',
  `update pay_link set revoked_at = $2 where id = $1 and revoked_at is null returning ${COLUMNS}`,
);

export const payLinkById: Loader<string, PayLinkFacts | null> = defineLoader(
  async ({ db }, ids: readonly string[]) => {
    const byId = new Map<string, PayLinkFacts>((await db.read(readById, [ids])).map(row => [row.id, row]));
    return ids.map(id => byId.get(id) ?? null);
  },
);

/** Those that can be used before the others, the latest of each; the first one first. */
export const payLinksOfInvoice: Loader<string, readonly PayLinkFacts[]> = defineLoader(
  async ({ db, clock }, ids: readonly string[]) => {
    const rows = await db.read(readOfInvoices, [ids, clock.now()]);
    return ids.map(id => rows.filter(row => row.invoiceId === id));
  },
);

/** The invoice that a secret opens today; null for one that never was, was revoked, or is too old. */
export async function invoiceOfPayLink(db: Database, token: string, now: Date): Promise<InvoiceId | null> {
  const [found] = await db.read(readUsable, [digest(token), now]);
  return found?.invoiceId ?? null;
}

export const addPayLink = (
  tx: Tx,
  link: Omit<PayLinkFacts, 'revokedAt'> & { readonly token: string; readonly createdBy: string | null },
): Promise<unknown> =>
  within(tx, add, [
    link.id,
    link.invoiceId,
    digest(link.token),
    link.createdAt,
    link.createdBy,
    link.expiresAt,
  ]);

/** Null where somebody revoked it before. */
export async function revokePayLinkRow(tx: Tx, id: PayLinkId, now: Date): Promise<PayLinkFacts | null> {
  const [row] = await within(tx, end, [id, now]);
  return row ?? null;
}
