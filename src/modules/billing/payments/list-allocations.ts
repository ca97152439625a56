import type { PaymentId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import type { Loader } from '../../../platform/database/loader.ts';
import { statement, type Statement } from '../../../platform/database/statement.ts';
import type { ConnectionArgs, Page } from '../../../platform/graphql/connection.ts';
import { keyOfOwner, loaderOfEach } from '../../../platform/graphql/owned-walk.ts';
import { pageOf, pageWindow } from '../../../platform/graphql/page-window.ts';
import type { AllocationFacts } from './payment-facts.ts';

type Row = AllocationFacts & { readonly position: number };

const RECEIVED = `from journal j join ledger_entry e on e.journal_id = j.id join invoice_line l on l.id = e.line_id
  where j.cause_id = owner.id and j.kind = 'PAYMENT'`;

/** In the order of the invoices and their lines: several lines have one instant. */
const walk = (direction: 'asc' | 'desc'): Statement<Row> =>
  statement(
    `payment-allocations-${direction}`,
    `select owner.id as "paymentId", page.*
     from unnest($1::uuid[]) owner (id) cross join lateral (
       select l.invoice_id as "invoiceId", l.position, l.description_fr as fr, l.description_en as en,
         (-sum(e.cents))::text as cents ${RECEIVED} and ($2::uuid is null
           or (l.invoice_id, l.position) ${direction === 'asc' ? '>' : '<'} ($2, $3::integer))
       group by l.id order by l.invoice_id ${direction}, l.position ${direction} limit $4) page
     order by owner.id, page."invoiceId" ${direction}, page.position ${direction}`,
  );
const forwards = walk('asc');
const backwards = walk('desc');
const count = statement<{ readonly owner: string; readonly count: number }>(
  'payment-allocations-count',
  `select owner.id as owner, (select count(distinct l.id)::int ${RECEIVED}) as count
   from unnest($1::uuid[]) owner (id)`,
);

const pages: Loader<string, readonly Row[]> = loaderOfEach(
  async ({ db }, payments, [[invoice, position], backward, rows]) => {
    const read = await db.read(backward === true ? backwards : forwards, [payments, invoice, position, rows]);
    const byPayment = new Map(payments.map((id): [string, Row[]] => [id, []]));
    for (const row of read) byPayment.get(row.paymentId)?.push(row);
    return id => byPayment.get(id) ?? [];
  },
);

const counts: Loader<string, number> = loaderOfEach(async ({ db }, payments) => {
  const rows = new Map((await db.read(count, [payments])).map(row => [row.owner, row.count]));
  return id => rows.get(id) ?? 0;
});

/** To which lines a payment went, together with those of the other payments of the same list. */
export async function listAllocations<T>(
  { load }: Pick<Context, 'load'>,
  paymentId: PaymentId,
  args: ConnectionArgs,
  nodeOf: (row: AllocationFacts) => T,
): Promise<Page<T>> {
  const window = pageWindow(args, ['uuid', 'integer']);
  const [invoice = null, position = null] = window.from ?? [];
  return pageOf(window, {
    rows: await load(pages, keyOfOwner(paymentId, [[invoice, position], window.backward, window.rows])),
    cursorOf: row => [row.invoiceId, String(row.position)],
    nodeOf,
    totalCount: () => load(counts, keyOfOwner(paymentId, [[]])),
  });
}
