/**
 * Taxes: what each province charges on each day, who is registered to collect, and which dues are exempt.
 *
 * Responsible for: the taxes of a line. Not responsible for: what the line costs (prices).
 */
import { TaxAccountingElectionEntity } from './tax-accounting-election.entity.ts';
import { TaxRateEntity } from './tax-rate.entity.ts';
import { TaxRegistrationEntity } from './tax-registration.entity.ts';
import { TaxStatusEntity } from './tax-status.entity.ts';

export { TaxAccountingElectionEntity, TaxRegistrationEntity, TaxStatusEntity };
export { readRegistrationNumber } from './registration-number.ts';
export { taxesOf, rateAsText, registrationFor, type UntaxedLine } from './tax-lines.ts';
export {
  TAX_REGISTRATION_KINDS,
  TAX_STATUS_BASES,
  TAX_TREATMENTS,
  type TaxRate,
  type TaxRegistration,
  type TaxRegistrationKind,
  type TaxRules,
  type TaxStatus,
  type TaxStatusBasis,
  type TaxTreatment,
} from './tax-rules.ts';

export const taxesEntities: readonly Function[] = [
  TaxAccountingElectionEntity,
  TaxRateEntity,
  TaxRegistrationEntity,
  TaxStatusEntity,
];
