import { within } from '../../../platform/database/database.ts';
import { statement, type Statement } from '../../../platform/database/statement.ts';
import { refuse } from '../../../platform/problem.ts';
import { CarriedThing, MergeBillsTwice, type MovedTable, type Mover } from '../../people/index.ts';
import { invoiceNumber, type Numbered } from '../invoices/printed-number.ts';

type Holder = 'person' | 'organization';
type Billed = Numbered & { readonly code: string };

// The same as `invoice_line_one_live` and `invoice_line_fee_once`.
const IS_SAME = `(a.effect in ('EXTEND_TERM', 'BIND_COVER') and b.effect = a.effect
  or a.charged in ('WHEN_LATE', 'AT_REINSTATEMENT') and b.fee_item_id = a.fee_item_id)`;
const daysOf = (line: string): string => `daterange(${line}.period_from, ${line}.period_to)`;

// By what the database lets nobody do: two live lines of one membership that claim a day, or charge a fee twice for it.
const billedTwice = (holder: Holder): Statement<Billed> =>
  statement(
    `merge-billed-twice-${holder}`,
    `select distinct s.code, i.fiscal_year as "fiscalYear", i.number
     from membership k join membership o on o.association_id = k.association_id
     join invoice_line a on a.membership_id = k.id and a.released_at is null
     join invoice_line b on b.membership_id = o.id and b.released_at is null
       and ${IS_SAME} and ${daysOf('b')} && ${daysOf('a')}
     join invoice i on i.id in (a.invoice_id, b.invoice_id) join association s on s.id = i.issuer_id
     where k.${holder}_id = $1 and o.${holder}_id = $2 order by 1, 2, 3`,
  );

/** What persons or organizations owe and have paid, when two of them become one. */
export function billingMover(holder: Holder): Mover {
  const payer = `payer_${holder}_id`;
  const ofBoth = `select id from membership where ${holder}_id = any ($1::uuid[])`;
  const isOfBoth = `t.${payer} = any ($1::uuid[])`;
  const table = (name: string, rows: string, more: Pick<MovedTable, 'watched' | 'thing'>): MovedTable => ({
    ...{ table: name, key: ['id'], rows, ...more },
    ...(name !== 'ledger_entry' && name !== 'invoice_line' && { countedBy: payer }),
  });

  const hold = statement(
    `merge-hold-invoices-${holder}`,
    `select from invoice t where ${isOfBoth} or t.membership_id in (${ofBoth}) order by t.id for update`,
  );
  const clash = billedTwice(holder);
  const moves = [
    ['invoice', 'true'],
    ['payment', 'true'],
    ['ledger_entry', `account = 'PAYER_CREDIT'`],
  ].map(([name, which]) =>
    statement(
      `merge-move-${String(name)}-${holder}`,
      `update ${String(name)} set ${payer} = $1 where ${payer} = $2 and ${String(which)}`,
    ),
  );
  const followMembership = ['invoice', 'invoice_line'].map(name =>
    statement(
      `merge-${name}-follows-${holder}`,
      `update ${name} t set membership_id = m.merged_into_id from membership m
       where m.id = t.membership_id and m.${holder}_id = $1 and m.merged_into_id is not null`,
    ),
  );

  return {
    columns: {
      [`invoice.${payer}`]: 'MOVES',
      [`payment.${payer}`]: 'MOVES',
      [`ledger_entry.${payer}`]: 'MOVES',
      'invoice.membership_id': 'MOVES',
      'invoice_line.membership_id': 'MOVES',
    },
    tables: [
      table('invoice', `${isOfBoth} or t.membership_id in (${ofBoth})`, {
        watched: 'ROWS',
        thing: CarriedThing.INVOICES,
      }),
      table('invoice_line', `t.membership_id in (${ofBoth})`, {
        watched: 'ROWS',
        thing: CarriedThing.INVOICES,
      }),
      table('payment', isOfBoth, { watched: 'COLUMNS', thing: CarriedThing.PAYMENTS }),
      // A credit that was used or grew since is no longer what each of the two had.
      table('ledger_entry', `t.account = 'PAYER_CREDIT' and ${isOfBoth}`, {
        watched: 'WHOLE',
        thing: CarriedThing.PAYMENTS,
      }),
    ],
    async holdFirst(tx, ids) {
      await within(tx, hold, [ids]);
    },
    async judge(_context, tx, { kept, other }) {
      const twice = await within(tx, clash, [kept, other]);
      if (twice.length > 0) refuse(new MergeBillsTwice(twice.map(one => invoiceNumber(one.code, one))));
    },
    async move(_context, tx, { kept, other }) {
      for (const move of moves) await within(tx, move, [kept, other]);
      for (const follow of followMembership) await within(tx, follow, [other]);
    },
  };
}
