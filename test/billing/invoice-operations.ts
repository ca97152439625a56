import { mutationsOf } from '../support/mutations.ts';

const CHANGE = `change { id name state decidedAt viewerCan { approve decline } invoice { number } }`;
const INVOICE = `id number state total { cents } open { cents } credited { cents } paid { cents }
  billTo { version name street city province postalCode } billToHistory { version name }
  lines { id supplier { code } net { cents } credited { cents } taxes { tax amount { cents } registrationNumber } }
  creditNotes { number } payLinks { id revokedAt }`;

export interface InvoiceRead {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly lines: readonly { readonly id: string }[];
  readonly [field: string]: unknown;
}

export interface InvoiceResult {
  readonly __typename: string;
  readonly message: string;
  readonly invoice: InvoiceRead;
  readonly token: string;
  readonly url: string | null;
  readonly payLink: { readonly id: string };
  readonly creditNote: Record<string, unknown>;
  readonly change: { readonly id: string; readonly [field: string]: unknown } | null;
  readonly remaining: unknown;
  readonly issues: readonly { readonly path: readonly string[]; readonly code: string }[];
}

export const { perform, send } = mutationsOf<
  | 'issueInvoice'
  | 'changeBillTo'
  | 'approveBillToChange'
  | 'declineBillToChange'
  | 'createPayLink'
  | 'revokePayLink'
  | 'creditInvoice',
  InvoiceResult
>(
  {
    issueInvoice: `... on IssueInvoiceSuccess { invoice { ${INVOICE} } }`,
    changeBillTo: `... on ChangeBillToSuccess { invoice { ${INVOICE} } ${CHANGE} }`,
    approveBillToChange: `... on ApproveBillToChangeSuccess { ${CHANGE} }`,
    declineBillToChange: `... on DeclineBillToChangeSuccess { ${CHANGE} }`,
    createPayLink: `... on CreatePayLinkSuccess { token url payLink { id } invoice { ${INVOICE} } }`,
    revokePayLink: `... on RevokePayLinkSuccess { invoice { ${INVOICE} } }`,
    creditInvoice: `... on CreditInvoiceSuccess { invoice { ${INVOICE} } creditNote { number reason net { cents }
        tax { cents } total { cents } lines { net { cents } taxes { tax amount { cents } } } } }
      ... on CreditAboveRemaining { remaining { cents } }`,
  },
  '... on Problem { message } ... on InvalidInput { issues { path code message } }',
);
