import { Field, ID, Int, ObjectType } from 'type-graphql';
import { toPublicId } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Money } from '../../../kernel/money.ts';
import type { Context } from '../../../platform/context.ts';
import { Explanation } from '../../../platform/graphql/explanation.ts';
import { localized, LocalizedText } from '../../../platform/graphql/localized-text.ts';
import { MoneyView } from '../../../platform/graphql/money.type.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { DateScalar } from '../../../platform/graphql/scalars.ts';
import { Association, inLanguage } from '../../associations/index.ts';
import type { LineEffect, LineKind, Settlement, Tax } from '../billing-words.ts';
import {
  BilledPeriod,
  InvoiceTax,
  LINE_EFFECTS,
  LINE_KINDS,
  SETTLEMENTS,
  TAXES,
  type NewLine,
} from '../invoices/index.ts';
import { sumOf, type Quote as Facts } from '../prices/index.ts';
import { wordExplanation } from '../word-explanation.ts';

type Words = Pick<Context, 'wording' | 'locale'>;

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'What a tax comes to on all lines together.' })
export class QuoteTax {
  @Field(() => TAXES)
  readonly tax: Tax;

  @Field(() => String, { description: 'In the language of the request, such as `QST`.' })
  readonly label: string;

  @Field(() => MoneyView)
  readonly amount: MoneyView;

  constructor({ tax, amount }: Facts['taxes'][number], { wording, locale }: Words) {
    this.tax = tax;
    this.label = wording.of(`Tax.${tax}`);
    this.amount = new MoneyView(amount.cents, locale);
  }
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'A price as an invoice of today would have it.' })
export class QuoteLine {
  @Field(() => ID, { nullable: true, description: 'What is charged for, from `feeItems`.' })
  readonly feeItemId: string | null;

  @Field(() => Association, { description: 'The body whose money it is.' })
  readonly supplier: Association;

  @Field(() => LINE_KINDS)
  readonly kind: LineKind;

  @Field(() => String, { description: 'In the language of the request.' })
  readonly description: string;

  @Field(() => LocalizedText)
  readonly descriptions: LocalizedText;

  @Field(() => Int)
  readonly quantity: number;

  @Field(() => MoneyView, { description: 'Of one, before taxes.' })
  readonly unitPrice: MoneyView;

  @Field(() => MoneyView, { description: 'Of all of them, before taxes.' })
  readonly net: MoneyView;

  @Field(() => [InvoiceTax], { description: 'Each by itself on the price before any tax, half a cent up.' })
  readonly taxes: readonly InvoiceTax[];

  @Field(() => MoneyView, { description: 'With its taxes.' })
  readonly total: MoneyView;

  @Field(() => BilledPeriod, {
    nullable: true,
    description: 'The days that it is for; null where it is for none.',
  })
  readonly period: BilledPeriod | null;

  @Field(() => LINE_EFFECTS)
  readonly effect: LineEffect;

  @Field(() => SETTLEMENTS)
  readonly settlement: Settlement;

  @Field(() => [Explanation], { description: 'Why it costs what it costs.' })
  readonly explanation: readonly Explanation[];

  constructor(line: NewLine, supplier: Association, words: Words) {
    const { locale } = words;
    const { net, total } = sumOf([line]);
    const show = ({ cents }: Money): MoneyView => new MoneyView(cents, locale);
    this.feeItemId = line.feeItemId && toPublicId('FeeItem', line.feeItemId);
    this.supplier = supplier;
    this.kind = line.kind;
    this.description = inLanguage(locale, line.descriptions.fr, line.descriptions.en);
    this.descriptions = localized(line.descriptions.fr, line.descriptions.en);
    this.quantity = line.quantity;
    this.unitPrice = show(line.unit);
    this.net = show(net);
    this.taxes = line.taxes.map(
      ({ amount, ...tax }) => new InvoiceTax({ ...tax, cents: amount.cents.toString() }, words),
    );
    this.total = show(total);
    this.period = line.period && new BilledPeriod(line.period.from, line.period.to);
    this.effect = line.effect;
    this.settlement = line.settlement;
    this.explanation = line.explanation.map(because => wordExplanation(because, words));
  }
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description:
    'What something would cost on a day. Asked again for the same day it is the same to the cent, whatever rules came since.',
})
export class Quote {
  @Field(() => DateScalar, { description: 'The day of the invoice that it stands for.' })
  readonly on: LocalDate;

  @Field(() => String, {
    nullable: true,
    description: 'The province or territory whose taxes apply, by its two letters; null outside Canada.',
  })
  readonly placeOfSupply: string | null;

  @Field(() => [QuoteLine])
  readonly lines: readonly QuoteLine[];

  @Field(() => MoneyView, { description: 'Of all lines, before taxes.' })
  readonly net: MoneyView;

  @Field(() => [QuoteTax], { description: 'The taxes of all lines, each apart.' })
  readonly taxes: readonly QuoteTax[];

  @Field(() => MoneyView)
  readonly total: MoneyView;

  constructor(facts: Facts, lines: readonly QuoteLine[], words: Words) {
    this.on = facts.on;
    this.placeOfSupply = facts.place.province;
    this.lines = lines;
    this.net = new MoneyView(facts.net.cents, words.locale);
    this.taxes = facts.taxes.map(tax => new QuoteTax(tax, words));
    this.total = new MoneyView(facts.total.cents, words.locale);
  }
}
