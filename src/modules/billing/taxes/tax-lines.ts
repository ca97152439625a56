import type { AssociationId, MembershipClassId } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Money } from '../../../kernel/money.ts';
import type { Province } from '../../../kernel/province.ts';
import type { LineKind, Tax } from '../billing-words.ts';
import type { LineExplanation, LineTax } from '../invoices/new-invoice.ts';
import type { TaxRate, TaxRegistrationKind, TaxRules, TaxStatus, TaxTreatment } from './tax-rules.ts';

/** A line before its taxes, with the days and places that decide them. */
export interface UntaxedLine {
  readonly supplierId: AssociationId;
  readonly kind: LineKind;
  readonly treatment: TaxTreatment;
  /** The class whose dues they are; null where the line is of no class. */
  readonly classId: MembershipClassId | null;
  readonly net: Money;
  /** The province of whoever is supplied or insured; null outside Canada. */
  readonly province: Province | null;
  /** The day whose rates, registrations and elections hold. */
  readonly on: LocalDate;
}

export interface TaxedLine {
  readonly taxes: readonly LineTax[];
  readonly explanation: readonly LineExplanation[];
}

const SALES_TAXES: readonly { readonly tax: Tax; readonly registration: TaxRegistrationKind }[] = [
  { tax: 'GST', registration: 'GST_HST' },
  { tax: 'HST', registration: 'GST_HST' },
  { tax: 'QST', registration: 'QST' },
];

/** Under which registration a tax is collected; null for the tax on premiums, which needs none. */
export const registrationFor = (tax: Tax): TaxRegistrationKind | null =>
  SALES_TAXES.find(one => one.tax === tax)?.registration ?? null;

/**
 * The taxes of a line, each by itself on the price before any tax, half a cent up. An insurance premium bears the tax
 * of the insured's province and never a sales tax; nothing is taxed outside Canada.
 */
export function taxesOf(line: UntaxedLine, rules: TaxRules): TaxedLine {
  if (line.treatment === 'NONE') return untaxed('TAX_NONE_ON_ITEM');
  if (line.province === null) return untaxed('TAX_NONE_OUTSIDE_CANADA');
  return line.treatment === 'PREMIUM'
    ? premiumTax(line, line.province, rules)
    : salesTaxes(line, line.province, rules);
}

function premiumTax({ net, on }: UntaxedLine, province: Province, { rates }: TaxRules): TaxedLine {
  const rate = rateOn(rates, 'PREMIUM_TAX', province, on);
  if (rate === undefined) return untaxed('TAX_NONE_ON_PREMIUMS', { province, on });
  return {
    taxes: [taxAt(rate, net, null)],
    explanation: [{ rule: 'TAX_ON_PREMIUM', inputs: rateInputs(rate, on) }],
  };
}

function salesTaxes(line: UntaxedLine, province: Province, rules: TaxRules): TaxedLine {
  const { on, net, supplierId } = line;
  const status = statusOn(rules.statuses, line);
  if (status?.taxable === false) return untaxed('TAX_EXEMPT', { basis: status.basis, on });

  const taxed = SALES_TAXES.flatMap(({ tax, registration: kind }): TaxedLine[] => {
    const rate = rateOn(rules.rates, tax, province, on);
    if (rate === undefined) return [];
    const registration = rules.registrations.find(
      known => known.supplierId === supplierId && known.kind === kind && known.period.contains(on),
    );
    if (registration === undefined) return [untaxed('TAX_NOT_REGISTERED', { tax, on })];
    return [
      {
        taxes: [taxAt(rate, net, registration.number)],
        explanation: [{ rule: 'TAX_ON_SALE', inputs: rateInputs(rate, on) }],
      },
    ];
  });
  return {
    taxes: taxed.flatMap(({ taxes }) => taxes),
    explanation: [
      ...(status === undefined ? [] : [{ rule: 'TAX_ELECTED', inputs: { basis: status.basis, on } }]),
      ...taxed.flatMap(({ explanation }) => explanation),
    ],
  };
}

/** Dues may be exempt or elected taxable; what is said of a class comes before what is said of its body. */
function statusOn(statuses: readonly TaxStatus[], line: UntaxedLine): TaxStatus | undefined {
  if (line.kind !== 'DUES') return undefined;
  const inForce = statuses.filter(
    ({ supplierId, period }) => supplierId === line.supplierId && period.contains(line.on),
  );
  return (
    inForce.find(({ classId }) => classId !== null && classId === line.classId) ??
    inForce.find(({ classId }) => classId === null)
  );
}

const rateOn = (
  rates: readonly TaxRate[],
  tax: Tax,
  province: Province,
  on: LocalDate,
): TaxRate | undefined =>
  rates.find(rate => rate.tax === tax && rate.province === province && rate.period.contains(on));

const taxAt = ({ tax, per100000 }: TaxRate, net: Money, registrationNumber: string | null): LineTax => ({
  tax,
  per100000,
  amount: net.percent(per100000, 100_000),
  registrationNumber,
});

const rateInputs = ({ tax, per100000, province }: TaxRate, on: LocalDate): LineExplanation['inputs'] => ({
  tax,
  rate: rateAsText(per100000),
  province,
  on,
});

/** `9.975` of 9975, `15` of 15000. */
export const rateAsText = (per100000: number): string => String(per100000 / 1000);

const untaxed = (rule: string, inputs: LineExplanation['inputs'] = {}): TaxedLine => ({
  taxes: [],
  explanation: [{ rule, inputs }],
});
