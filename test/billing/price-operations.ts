import type { Asked, Portal } from '../support/portal.ts';
import { mutationsOf } from '../support/mutations.ts';

const ITEM = `feeItem { id code name priceRules { amount { cents } percentOfOwing from to } }`;
const LISTED = `priceList { feeItems { code } taxRegistrations { kind number from to }
  taxStatuses { taxable basis from to }
  taxAccountingElections { issuer { code } supplier { code } kind from to } }`;
const PERSON = `person { bornOn addresses { kind main street city province postalCode country kindLabel } }`;

export interface PriceResult {
  readonly __typename: string;
  readonly message: string;
  readonly feeItem: { readonly id: string; readonly priceRules: readonly object[] };
  readonly priceList: {
    readonly taxRegistrations: readonly object[];
    readonly taxStatuses: readonly object[];
    readonly taxAccountingElections: readonly {
      readonly supplier: { readonly code: string };
      readonly from: string;
      readonly to: string | null;
    }[];
  };
  readonly person: { readonly bornOn: string | null; readonly addresses: readonly object[] };
  readonly issues: readonly {
    readonly path: readonly string[];
    readonly code: string;
    readonly message: string;
  }[];
}

export const { perform, send } = mutationsOf<
  | 'setFeeItem'
  | 'setPriceRule'
  | 'setTaxRegistration'
  | 'setTaxStatus'
  | 'recordTaxAccountingElection'
  | 'setPersonAddresses'
  | 'setDateOfBirth',
  PriceResult
>(
  {
    setFeeItem: `... on SetFeeItemSuccess { ${ITEM} }`,
    setPriceRule: `... on SetPriceRuleSuccess { ${ITEM} }`,
    setTaxRegistration: `... on SetTaxRegistrationSuccess { ${LISTED} }`,
    setTaxStatus: `... on SetTaxStatusSuccess { ${LISTED} }`,
    recordTaxAccountingElection: `... on RecordTaxAccountingElectionSuccess { ${LISTED} }`,
    setPersonAddresses: `... on SetPersonAddressesSuccess { ${PERSON} }`,
    setDateOfBirth: `... on SetDateOfBirthSuccess { ${PERSON} }`,
  },
  '... on Problem { message } ... on InvalidInput { issues { path code message } }',
);

const QUOTE = `query ($input: QuoteInput!) { quote(input: $input) { __typename ... on Problem { message }
  ... on InvalidInput { issues { path code } }
  ... on QuoteSuccess { quote { on placeOfSupply total { cents } taxes { tax label amount { cents } }
    lines { description unitPrice { cents } net { cents } total { cents } period { from to } effect supplier { code }
      taxes { tax rate amount { cents } registrationNumber } explanation { rule text } } } } } }`;

export interface QuoteRead {
  readonly on: string;
  readonly placeOfSupply: string | null;
  readonly total: { readonly cents: number };
  readonly lines: readonly {
    readonly description: string;
    readonly net: { readonly cents: number };
    readonly total: { readonly cents: number };
    readonly period: { readonly from: string; readonly to: string | null } | null;
    readonly explanation: readonly { readonly rule: string; readonly text: string }[];
  }[];
}

interface QuoteAnswer {
  readonly __typename: string;
  readonly quote: QuoteRead;
  readonly issues: readonly { readonly path: readonly string[] }[];
}

export const askQuote = async (portal: Portal, input: object, asked: Asked): Promise<QuoteAnswer> =>
  (await portal.graphql<{ quote: QuoteAnswer }>(QUOTE, { input }, asked)).data.quote;
