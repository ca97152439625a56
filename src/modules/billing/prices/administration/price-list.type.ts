import { Field, ID, Int, ObjectType } from 'type-graphql';
import { toPublicId } from '../../../../kernel/id.ts';
import { addDays, type LocalDate } from '../../../../kernel/local-date.ts';
import { Money } from '../../../../kernel/money.ts';
import type { Locale } from '../../../../kernel/locale.ts';
import { localized, LocalizedText } from '../../../../platform/graphql/localized-text.ts';
import { MoneyView } from '../../../../platform/graphql/money.type.ts';
import { Policy } from '../../../../platform/graphql/policy.ts';
import { DateScalar } from '../../../../platform/graphql/scalars.ts';
import { inLanguage } from '../../../associations/index.ts';
import {
  LINE_EFFECTS,
  LINE_KINDS,
  SETTLEMENTS,
  type LineEffect,
  type LineKind,
  type Settlement,
} from '../../billing-words.ts';
import { rateAsText, type TaxTreatment } from '../../taxes/index.ts';
import type { FeeItemEntity } from '../fee-item.entity.ts';
import { DECIDING_DAYS, OCCASIONS, PRORATIONS, TAX_TREATMENTS } from '../price.enums.ts';
import type { PriceRuleEntity } from '../price-rule.entity.ts';
import type { DecidingDay, Occasion, Proration } from '../price-rules.ts';
import { TaxAccountingElection } from './tax-accounting-election.type.ts';
import { TaxRegistration, TaxStatus } from './tax-rules.type.ts';

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description:
    'What a fee costs whom. Of several that hold the most specific one wins: the class first, then the province, the age, the seniority.',
})
export class PriceRule {
  @Field(() => ID, { nullable: true, description: 'The class that it is for; null for all.' })
  readonly classId: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A province or territory by its two letters; null for all.',
  })
  readonly province: string | null;

  @Field(() => Int, { nullable: true, description: 'In whole years, inclusive.' })
  readonly minAge: number | null;

  @Field(() => Int, { nullable: true, description: 'In whole years, inclusive.' })
  readonly maxAge: number | null;

  @Field(() => Int, { nullable: true, description: 'In whole years of membership, inclusive.' })
  readonly minSeniority: number | null;

  @Field(() => Int, { nullable: true, description: 'In whole years of membership, inclusive.' })
  readonly maxSeniority: number | null;

  @Field(() => MoneyView, {
    nullable: true,
    description: 'Before tax; null where it is a share of what is owing.',
  })
  readonly amount: MoneyView | null;

  @Field(() => String, { nullable: true, description: 'In percent, with a point: `10`.' })
  readonly percentOfOwing: string | null;

  @Field(() => PRORATIONS)
  readonly proration: Proration;

  @Field(() => [Int], {
    nullable: true,
    description: 'In ten-thousandths, by the month of entry; the first one is the first month of the term.',
  })
  readonly monthTable: readonly number[] | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The price is for that many months, and a term of another length costs in proportion.',
  })
  readonly forMonths: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The last day without the late fee, in days after the due day.',
  })
  readonly lateAfterDays: number | null;

  @Field(() => String, { nullable: true, description: 'The last day without the late fee, such as `03-31`.' })
  readonly lateAfterMonthDay: string | null;

  @Field(() => DateScalar)
  readonly from: LocalDate;

  @Field(() => DateScalar, { nullable: true, description: 'The last day; null: with no end in sight.' })
  readonly to: LocalDate | null;

  constructor(row: PriceRuleEntity, locale: Locale) {
    this.classId = row.classId && toPublicId('MembershipClass', row.classId);
    this.province = row.province;
    this.minAge = row.minAge;
    this.maxAge = row.maxAge;
    this.minSeniority = row.minSeniority;
    this.maxSeniority = row.maxSeniority;
    this.amount = row.cents === null ? null : new MoneyView(Money.cad(row.cents).cents, locale);
    this.percentOfOwing = row.per100000OfOwing === null ? null : rateAsText(row.per100000OfOwing);
    this.proration = row.proration;
    this.monthTable = row.monthTable;
    this.forMonths = row.forMonths;
    this.lateAfterDays = row.lateAfterDays;
    this.lateAfterMonthDay = row.lateAfterMonthDay;
    this.from = row.fromOn;
    this.to = row.toOn && addDays(row.toOn, -1);
  }
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'Something that a body charges for, with all its prices.' })
export class FeeItem {
  @Field(() => ID)
  readonly id: string;

  @Field(() => String)
  readonly code: string;

  @Field(() => String, { description: 'In the language of the request.' })
  readonly name: string;

  @Field(() => LocalizedText)
  readonly names: LocalizedText;

  @Field(() => LINE_KINDS)
  readonly kind: LineKind;

  @Field(() => TAX_TREATMENTS)
  readonly taxTreatment: TaxTreatment;

  @Field(() => OCCASIONS)
  readonly charged: Occasion;

  @Field(() => LINE_EFFECTS)
  readonly effect: LineEffect;

  @Field(() => SETTLEMENTS)
  readonly settlement: Settlement;

  @Field(() => DECIDING_DAYS, { description: 'Whose price, age and seniority hold.' })
  readonly priceDay: DecidingDay;

  @Field(() => DECIDING_DAYS, { description: 'Whose rate of tax holds.' })
  readonly taxDay: DecidingDay;

  @Field(() => [PriceRule], {
    description: 'Past ones too, the oldest first: one per year and kind of member, as staff set them.',
  })
  readonly priceRules: readonly PriceRule[];

  constructor(row: FeeItemEntity, rules: readonly PriceRuleEntity[], locale: Locale) {
    this.id = toPublicId('FeeItem', row.id);
    this.code = row.code;
    this.name = inLanguage(locale, row.nameFr, row.nameEn);
    this.names = localized(row.nameFr, row.nameEn);
    this.kind = row.kind;
    this.taxTreatment = row.taxTreatment;
    this.charged = row.charged;
    this.effect = row.effect;
    this.settlement = row.settlement;
    this.priceDay = row.priceDay;
    this.taxDay = row.taxDay;
    this.priceRules = rules.map(rule => new PriceRule(rule, locale));
  }
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'What a body charges for, and how it is taxed.' })
export class PriceList {
  @Field(() => [FeeItem], { description: 'By their codes: what one body charges for.' })
  feeItems!: readonly FeeItem[];

  @Field(() => [TaxRegistration], { description: 'Past ones too, the oldest first.' })
  taxRegistrations!: readonly TaxRegistration[];

  @Field(() => [TaxStatus], { description: 'Past ones too, the oldest first.' })
  taxStatuses!: readonly TaxStatus[];

  @Field(() => [TaxAccountingElection], {
    description: 'In which it bills, or is billed for; past ones too, the oldest first.',
  })
  taxAccountingElections!: readonly TaxAccountingElection[];
}
