import { toPublicId, type AssociationId, type InvoiceId } from '../../src/kernel/id.ts';
import type { Payer } from '../../src/modules/billing/payer.ts';
import { statement } from '../../src/platform/database/statement.ts';
import { mutationsOf } from '../support/mutations.ts';
import type { Asked, Portal } from '../support/portal.ts';

interface Amount {
  readonly cents: number;
}

export interface InvoiceSeen {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly open: Amount;
  readonly payerCredit: Amount | null;
  readonly intentToPay: {
    readonly state: string;
    readonly expectedOn: string;
    readonly deadlineAt: string;
  } | null;
  readonly payments: readonly {
    readonly method: string | null;
    readonly amount: Amount;
    readonly returned: string | null;
    readonly payment: { readonly id: string } | null;
  }[];
  readonly lines: readonly { readonly paid: Amount; readonly kind: string }[];
}

export interface Result {
  readonly __typename: string;
  readonly message: string;
  readonly payment: {
    readonly id: string;
    readonly amount: Amount;
    readonly payerName: string | null;
    readonly allocations: {
      readonly nodes: readonly { readonly description: string; readonly amount: Amount }[];
    };
    readonly returned: {
      readonly kind: string;
      readonly feeInvoice: { readonly total: Amount } | null;
    } | null;
  };
  readonly invoices: readonly InvoiceSeen[];
  readonly invoice: InvoiceSeen;
  readonly left: Amount;
  readonly used: Amount;
  readonly credit: Amount;
  readonly refund: {
    readonly id: string;
    readonly state: string;
    readonly amount: Amount;
    readonly viewerCan: { readonly approve: boolean; readonly withdraw: boolean };
  };
  readonly issues: readonly {
    readonly path: readonly string[];
    readonly code: string;
    readonly message: string;
  }[];
}

export const INVOICE = `{ id number state open { cents } payerCredit { cents } intentToPay { state expectedOn deadlineAt }
  payments { method amount { cents } returned payment { id } } lines { kind paid { cents } } }`;
const PAYMENT = `{ id amount { cents } payerName allocations { nodes { description amount { cents } } }
  returned { kind feeInvoice { total { cents } } } }`;
const REFUND = '{ id state amount { cents } viewerCan { approve withdraw } }';

export const { send, perform } = mutationsOf<
  | 'recordPayment'
  | 'returnPayment'
  | 'refundPayment'
  | 'approveRefund'
  | 'withdrawRefund'
  | 'useCredit'
  | 'declareIntentToPay'
  | 'withdrawIntentToPay',
  Result
>(
  {
    recordPayment: `... on RecordPaymentSuccess { payment ${PAYMENT} invoices ${INVOICE} left { cents } }`,
    returnPayment: `... on ReturnPaymentSuccess { payment ${PAYMENT} invoices ${INVOICE} }`,
    refundPayment: `... on RefundPaymentSuccess { refund ${REFUND} } ... on RefundTooLarge { left { cents } }`,
    approveRefund: `... on ApproveRefundSuccess { refund ${REFUND} } ... on RefundTooLarge { left { cents } }`,
    withdrawRefund: `... on WithdrawRefundSuccess { refund ${REFUND} }`,
    useCredit: `... on UseCreditSuccess { invoice ${INVOICE} used { cents } } ... on CreditTooSmall { credit { cents } }`,
    declareIntentToPay: `... on DeclareIntentToPaySuccess { invoice ${INVOICE} }`,
    withdrawIntentToPay: `... on WithdrawIntentToPaySuccess { invoice ${INVOICE} }`,
  },
  '... on Problem { message } ... on InvalidInput { issues { path code message } }',
);

export const publicInvoice = (id: InvoiceId): string => toPublicId('Invoice', id);

/** An invoice as somebody reads it now. */
export async function seen(portal: Portal, id: InvoiceId, asked: Asked): Promise<InvoiceSeen> {
  const { data, errors } = await portal.graphql<{ invoice: InvoiceSeen }>(
    `query ($id: ID!) { invoice(id: $id) ${INVOICE} }`,
    { id: publicInvoice(id) },
    asked,
  );
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data.invoice;
}

const termsOf = statement<{ term: string }>(
  'test-terms-of-membership',
  `select from_on || ' ' || to_on as term from term where membership_id = $1 and withdrawn_at is null order by from_on`,
);

/** The terms of a membership as they are known now. */
export const terms = async ({ parts }: Portal, membershipId: string): Promise<string[]> =>
  (await parts.db.read(termsOf, [membershipId])).map(({ term }) => term);

const bookOf = statement<{ account: string; cents: string }>(
  'test-book',
  `select account, sum(cents)::text as cents from ledger_entry where book_id = $1
   group by account having sum(cents) <> 0 order by account`,
);

/** What stands in a book: it always adds up to nothing. */
export const book = async ({ parts }: Portal, id: AssociationId): Promise<Record<string, number>> =>
  Object.fromEntries(
    (await parts.db.read(bookOf, [id])).map(({ account, cents }) => [account, Number(cents)]),
  );

export const person = (id: string): Payer => ({ personId: id as never });
