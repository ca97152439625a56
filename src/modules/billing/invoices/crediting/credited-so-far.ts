import type { InvoiceLineId } from '../../../../kernel/id.ts';
import { Money } from '../../../../kernel/money.ts';
import { within, type Tx } from '../../../../platform/database/database.ts';
import { statement } from '../../../../platform/database/statement.ts';
import type { Tax } from '../../billing-words.ts';
import type { PriceAndTaxes } from './credit-of-line.ts';

interface Row {
  readonly lineId: InvoiceLineId;
  readonly net: string;
  readonly taxes: readonly { readonly tax: Tax; readonly cents: string }[];
}

const read = statement<Row>(
  'lines-credited-so-far',
  `select c.line_id as "lineId", sum(c.net_cents)::text as net,
     (select coalesce(json_agg(json_build_object('tax', t.tax, 'cents', t.cents::text)), '[]') from (
        select tax, sum(cents) as cents from credit_note_line_tax where line_id = c.line_id group by tax) t) as taxes
   from credit_note_line c where c.line_id = any ($1::uuid[]) group by c.line_id`,
);

const NOTHING: PriceAndTaxes = { net: Money.cad(0), taxes: [] };

/** What earlier credit notes took back of held lines. */
export async function creditedSoFar(
  tx: Tx,
  lineIds: readonly InvoiceLineId[],
): Promise<(line: InvoiceLineId) => PriceAndTaxes> {
  const credited = new Map(
    (await within(tx, read, [lineIds])).map(({ lineId, net, taxes }): [InvoiceLineId, PriceAndTaxes] => [
      lineId,
      {
        net: Money.cad(BigInt(net)),
        taxes: taxes.map(({ tax, cents }) => ({ tax, amount: Money.cad(BigInt(cents)) })),
      },
    ]),
  );
  return line => credited.get(line) ?? NOTHING;
}
