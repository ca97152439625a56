/**
 * Prices: what bodies charge for, what it costs whom on which day, and what that comes to.
 *
 * Responsible for: items and their dated price rules, the quote with its explanations, place of supply.
 * Not responsible for: how lines are taxed (taxes), writing what a quote says (invoices).
 */
import type { AnyJob } from '../../../platform/jobs/job.ts';
import type { NodeSources } from '../../../platform/graphql/node.ts';
import { taxesEntities } from '../taxes/index.ts';
import { PriceListResolver } from './administration/price-list.graphql.ts';
import { RecordTaxAccountingElectionResolver } from './administration/record-tax-accounting-election.graphql.ts';
import { SetFeeItemResolver } from './administration/set-fee-item.graphql.ts';
import { SetPriceRuleResolver } from './administration/set-price-rule.graphql.ts';
import { SetTaxRegistrationResolver } from './administration/set-tax-registration.graphql.ts';
import { SetTaxStatusResolver } from './administration/set-tax-status.graphql.ts';
import { TaxAccountingElectionResolver } from './administration/tax-accounting-election.type.ts';
import { FeeItemEntity } from './fee-item.entity.ts';
import { PriceRuleEntity } from './price-rule.entity.ts';

export { addFeeItem, type NewFeeItem } from './administration/add-fee-item.ts';
export { addPriceRule, type NewPriceRule } from './administration/add-price-rule.ts';
export { addTaxRegistration, addTaxStatus } from './administration/add-tax-rules.ts';
export {
  billedMember,
  demandable,
  factsFor,
  quoteFor,
  type Asked,
  type AskedMember,
  type Newcomer,
} from './quote-for.ts';
export { billedNewcomer } from './billed-member.ts';
export { classOn, nextTermsOf, type TermToPrice } from './next-terms.ts';
export { amountAsText } from './explain-price.ts';
export type { TermDays } from './prorate.ts';
export { lineOf, quote, sumOf, type Quote } from './quote.ts';
export type { AskedMembership, PlaceOfSupply, QuoteFacts } from './quote-facts.ts';
export { OCCASIONS } from './price.enums.ts';
export type { FeeItem, Occasion, PriceRule, PriceRules } from './price-rules.ts';
export { pricesWordingEn } from './prices.wording.en.ts';
export { pricesWordingFr } from './prices.wording.fr.ts';

export const pricesEntities: readonly Function[] = [FeeItemEntity, PriceRuleEntity, ...taxesEntities];
export const pricesResolvers: readonly Function[] = [
  PriceListResolver,
  SetFeeItemResolver,
  SetPriceRuleResolver,
  SetTaxRegistrationResolver,
  SetTaxStatusResolver,
  RecordTaxAccountingElectionResolver,
  TaxAccountingElectionResolver,
];
export const pricesNodes: NodeSources = [];
export const pricesJobs: readonly AnyJob[] = [];
