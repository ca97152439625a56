import type { Context } from '../../../platform/context.ts';
import type { ConnectionArgs, Page } from '../../../platform/graphql/connection.ts';
import { pageOf, pageWindow } from '../../../platform/graphql/page-window.ts';
import {
  BRIEF_INVOICE_COLUMNS_OF_JSON,
  BRIEF_LINE_COLUMNS,
  INVOICE_COLUMNS_OF_JSON,
  INVOICE_JOINS,
  LINE_COLUMNS,
  type InvoiceFacts,
  type LineFacts,
} from './invoice-facts.ts';
import { invoiceView, type ReaderOf } from './invoice-view.ts';
import type { Invoice } from './invoice.type.ts';

/** An invoice as it comes out of JSON that SQL built. */
export type InvoiceJson = Omit<InvoiceFacts, 'issuedAt'> & {
  /** In UTC, without saying so. */
  readonly issuedAt: string;
  /** Null where nobody asked for them. */
  readonly lines: readonly LineFacts[] | null;
};

/** How much a read brings along. */
export type InvoicePart = 'BRIEF' | 'WHOLE';
export type LinesPart = 'NONE' | 'BRIEF' | 'WHOLE';

const COLUMNS: Readonly<Record<InvoicePart, string>> = {
  BRIEF: BRIEF_INVOICE_COLUMNS_OF_JSON,
  WHOLE: INVOICE_COLUMNS_OF_JSON,
};

const linesJson = (columns: string): string => `(
  select coalesce(json_agg(r), '[]') from (
    select ${columns} from invoice_line l where l.invoice_id = i.id order by l.position) r)`;

const LINES: Readonly<Record<LinesPart, string>> = {
  NONE: 'null::json',
  BRIEF: linesJson(BRIEF_LINE_COLUMNS),
  WHOLE: linesJson(LINE_COLUMNS),
};

/** The newest invoices `i` of which a condition is true, as JSON, for reads that bring them along. `a` is their issuer. */
export const newestInvoicesJson = (
  condition: string,
  rows: string,
  { invoice, lines }: { readonly invoice: InvoicePart; readonly lines: LinesPart },
): string => `
  select coalesce(json_agg(r), '[]') from (
    select ${COLUMNS[invoice]}, ${LINES[lines]} as lines
    from invoice i ${INVOICE_JOINS} where ${condition}
    order by i.issued_at desc, i.id desc limit ${rows}) r`;

/** What persons owe, and what is about their own membership; `are` compares the id of a person with theirs. */
export const isOfPersons = (are: string): string => `i.id in (
  select id from invoice where payer_person_id ${are}
  union select v.id from membership m join invoice v on v.membership_id = m.id where m.person_id ${are})`;

/** What an organization owes, as far as it was issued by then in the tree of a root. */
export const isOfOrganization = (organization: string, root: string, at: string): string =>
  `i.payer_organization_id = ${organization} and a.root_id = ${root} and i.issued_at <= ${at}`;

/** The newest ones of several lists, each once. */
export function newestOf(lists: readonly (readonly InvoiceJson[])[], rows: number): readonly InvoiceJson[] {
  if (lists.length < 2) return lists[0] ?? [];
  const all = new Map(lists.flat().map(invoice => [invoice.id, invoice]));
  return [...all.values()]
    .sort((a, b) => compare(b.issuedAt, a.issuedAt) || compare(b.id, a.id))
    .slice(0, rows);
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

interface Brought {
  readonly invoices: readonly InvoiceJson[];
  /** The largest page that they answer. */
  readonly size: number;
}

/** Invoices that a read brought along with whom they concern, so that they are not read again. */
const brought = new WeakMap<object, Brought>();

/** Says which are the newest invoices of somebody: so many and, where somebody asks whether there are more, one more. */
export const bringInvoices = (owner: object, invoices: readonly InvoiceJson[], size: number): void => {
  brought.set(owner, { invoices, size });
};

/** The page that is asked for, where a read brought it along. */
export function broughtInvoices(
  context: Context,
  owner: object,
  args: ConnectionArgs,
  { reader, totalCount }: { readonly reader: ReaderOf } & Pick<Page<Invoice>, 'totalCount'>,
): Page<Invoice> | null {
  const found = brought.get(owner);
  const window = found && pageWindow(args, ['instant', 'uuid']);
  if (!window || window.backward || window.continues || window.size > found.size) return null;
  return pageOf(window, {
    rows: found.invoices.slice(0, window.rows),
    cursorOf: ({ issuedAt, id }) => [`${issuedAt}Z`, id],
    nodeOf: ({ issuedAt, lines, ...facts }) =>
      invoiceView(context, { ...facts, issuedAt: new Date(`${issuedAt}Z`) }, reader, lines),
    totalCount,
  });
}
