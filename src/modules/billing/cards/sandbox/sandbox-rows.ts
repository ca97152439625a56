import type { Locale } from '../../../../kernel/locale.ts';
import type { Parts } from '../../../../platform/context.ts';
import { within, type Tx } from '../../../../platform/database/database.ts';
import { statement } from '../../../../platform/database/statement.ts';
import type { SandboxFact, SandboxOrder } from './sandbox-state.ts';

export interface SandboxPage extends SandboxOrder {
  readonly description: string;
  readonly locale: Locale;
  readonly returnUrl: string;
}

type Written<Row> = { [K in keyof Row]: K extends 'cents' ? string | null : Row[K] };

const COLUMNS = `reference, order_reference as "orderReference", receiver, cents::text as cents, description, locale,
  return_url as "returnUrl"`;

const byReference = statement<Written<SandboxPage>>(
  'sandbox-payment-by-reference',
  `select ${COLUMNS} from sandbox_payment where reference = $1`,
);
const byKey = statement<{ reference: string }>(
  'sandbox-payment-by-key',
  'select reference from sandbox_payment where idempotency_key = $1',
);
const hold = statement('sandbox-payment-hold', 'select from sandbox_payment where reference = $1 for update');
const factsOf = statement<Written<SandboxFact>>(
  'sandbox-events-of-payment',
  `select id, idempotency_key as "idempotencyKey", kind, happens_at as "happensAt", cents::text as cents, currency, decline_reason as "declineReason"
   from sandbox_event where payment_reference = $1 order by happens_at, position`,
);

export interface SandboxRecord {
  readonly page: SandboxPage;
  readonly facts: readonly SandboxFact[];
}

export async function readSandboxPayment(
  { db }: Pick<Parts, 'db'>,
  reference: string,
): Promise<SandboxRecord | null> {
  const [row] = await db.read(byReference, [reference]);
  return row ? { page: pageOf(row), facts: (await db.read(factsOf, [reference])).map(factOf) } : null;
}

/** The same; nobody else changes it until the transaction ends. */
export async function holdSandboxPayment(tx: Tx, reference: string): Promise<SandboxRecord | null> {
  await within(tx, hold, [reference]);
  const [row] = await within(tx, byReference, [reference]);
  return row ? { page: pageOf(row), facts: (await within(tx, factsOf, [reference])).map(factOf) } : null;
}

export async function referenceOfKey({ db }: Pick<Parts, 'db'>, key: string): Promise<string> {
  const [row] = await db.read(byKey, [key]);
  if (!row) throw new Error('an order that was taken is gone');
  return row.reference;
}

const pageOf = ({ cents, ...row }: Written<SandboxPage>): SandboxPage => ({
  ...row,
  cents: BigInt(cents ?? 0),
});
const factOf = ({ cents, ...row }: Written<SandboxFact>): SandboxFact => ({
  ...row,
  cents: cents === null ? null : BigInt(cents),
});
