import { fromPublicId, type MembershipClassId } from '../../../../kernel/id.ts';
import { isLocalDate } from '../../../../kernel/local-date.ts';
import { isProvince, type Province } from '../../../../kernel/province.ts';
import type { InputIssues } from '../../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../../platform/graphql/invalid-input.ts';
import type { FeeItemEntity } from '../fee-item.entity.ts';
import type { Proration } from '../price-rules.ts';
import type { NewPriceRule } from './add-price-rule.ts';

export interface TypedPrice {
  readonly classId: string | null;
  readonly province: string | null;
  readonly minAge: number | null;
  readonly maxAge: number | null;
  readonly minSeniority: number | null;
  readonly maxSeniority: number | null;
  readonly amountCents: number | null;
  /** In percent of what is owing, up to three decimals: `10`, `2.5`. */
  readonly percentOfOwing: string | null;
  readonly proration: Proration;
  /** In ten-thousandths. */
  readonly monthTable: readonly number[] | null;
  readonly forMonths: number | null;
  readonly lateAfterDays: number | null;
  readonly lateAfterMonthDay: string | null;
}

const MOST_CENTS = 100_000_000;
const MOST_YEARS = 100;
const MOST_MONTHS = 100;
const MOST_DAYS = 1000;
const PERCENT = /^(\d{1,3})(?:\.(\d{1,3}))?$/;
/** A fee that fell due on 29 February would not in most years. */
const ANY_YEAR = '2026';

/** Reads a price; whatever cannot be, or does not fit what the item is, is blamed. The class is looked up by whoever calls. */
export function readPrice(
  item: Pick<FeeItemEntity, 'id' | 'charged'>,
  typed: TypedPrice,
  issues: InputIssues,
): Omit<NewPriceRule, 'fromOn'> {
  const within = (field: keyof TypedPrice, min: number, max: number): number | null => {
    const value = typed[field];
    if (typeof value !== 'number') return null;
    if (value >= min && value <= max) return value;
    issues.add(field, InputIssueCode.NOT_ALLOWED, 'billing.prices.issue.range');
    return null;
  };
  const cents = within('amountCents', 0, MOST_CENTS);
  const per100000OfOwing = readPercent(typed.percentOfOwing, issues);
  judgeAmount(item, typed, issues);
  judgeMonths(typed, issues);
  judgeLate(item, typed, issues);
  const years = {
    minAge: within('minAge', 0, MOST_YEARS),
    maxAge: within('maxAge', 0, MOST_YEARS),
    minSeniority: within('minSeniority', 0, MOST_YEARS),
    maxSeniority: within('maxSeniority', 0, MOST_YEARS),
  };
  judgeOrder('maxAge', years.minAge, years.maxAge, issues);
  judgeOrder('maxSeniority', years.minSeniority, years.maxSeniority, issues);
  return {
    feeItemId: item.id,
    classId: readClass(typed.classId, issues),
    province: readProvince(typed.province, issues),
    ...years,
    cents: cents === null ? null : BigInt(cents),
    per100000OfOwing,
    proration: typed.proration,
    monthTable: typed.monthTable && [...typed.monthTable],
    forMonths: within('forMonths', 1, MOST_MONTHS),
    lateAfterDays: within('lateAfterDays', 0, MOST_DAYS),
    lateAfterMonthDay: typed.lateAfterMonthDay,
  };
}

function readPercent(typed: string | null, issues: InputIssues): number | null {
  if (typed === null) return null;
  const [, whole, thousandths = ''] = PERCENT.exec(typed.trim()) ?? [];
  const value = Number(`${whole ?? ''}${thousandths.padEnd(3, '0')}`);
  if (whole !== undefined && value > 0 && value <= 100_000) return value;
  issues.add('percentOfOwing', InputIssueCode.BAD_FORMAT, 'billing.prices.issue.percent');
  return null;
}

function judgeAmount(
  { charged }: Pick<FeeItemEntity, 'charged'>,
  { amountCents, percentOfOwing }: TypedPrice,
  issues: InputIssues,
): void {
  if ((amountCents === null) === (percentOfOwing === null))
    issues.add('amountCents', InputIssueCode.REQUIRED, 'billing.prices.issue.amount');
  if (percentOfOwing !== null && charged !== 'WHEN_LATE')
    issues.add('percentOfOwing', InputIssueCode.NOT_ALLOWED, 'billing.prices.issue.lateOnly');
}

function judgeMonths({ proration, monthTable }: TypedPrice, issues: InputIssues): void {
  const isTable = monthTable !== null && monthTable.length > 0 && monthTable.every(isShare);
  if (proration === 'BY_MONTH' ? !isTable : monthTable !== null)
    issues.add('monthTable', InputIssueCode.NOT_ALLOWED, 'billing.prices.issue.monthTable');
}

const isShare = (share: number): boolean => Number.isInteger(share) && share >= 0 && share <= 10_000;

function judgeLate(
  { charged }: Pick<FeeItemEntity, 'charged'>,
  { lateAfterDays, lateAfterMonthDay }: TypedPrice,
  issues: InputIssues,
): void {
  if (lateAfterDays !== null && (charged !== 'WHEN_LATE' || lateAfterMonthDay !== null))
    issues.add('lateAfterDays', InputIssueCode.NOT_ALLOWED, 'billing.prices.issue.lateAfter');
  if (lateAfterMonthDay === null) return;
  if (charged !== 'WHEN_LATE' || !isLocalDate(`${ANY_YEAR}-${lateAfterMonthDay}`))
    issues.add('lateAfterMonthDay', InputIssueCode.BAD_FORMAT, 'billing.prices.issue.lateAfter');
}

function judgeOrder(field: string, min: number | null, max: number | null, issues: InputIssues): void {
  if (min !== null && max !== null && max < min)
    issues.add(field, InputIssueCode.NOT_ALLOWED, 'billing.prices.issue.order');
}

function readClass(publicId: string | null, issues: InputIssues): MembershipClassId | null {
  if (publicId === null) return null;
  const id = fromPublicId('MembershipClass', publicId);
  if (id === null) issues.add('classId', InputIssueCode.NOT_ALLOWED, 'billing.prices.issue.class');
  return id;
}

function readProvince(typed: string | null, issues: InputIssues): Province | null {
  if (typed === null) return null;
  const code = typed.trim().toUpperCase();
  if (isProvince(code)) return code;
  issues.add('province', InputIssueCode.NOT_ALLOWED, 'people.address.issue.province');
  return null;
}
