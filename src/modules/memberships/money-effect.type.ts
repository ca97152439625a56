import { Ctx, Field, ObjectType } from 'type-graphql';
import type { Locale } from '../../kernel/locale.ts';
import type { Context } from '../../platform/context.ts';
import { Explanation } from '../../platform/graphql/explanation.ts';
import { MoneyView } from '../../platform/graphql/money.type.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { Association, associationById, associationView, inLanguage } from '../associations/index.ts';
import { membershipMoney, type MoneyEffect, type MoneyEffectLine, type MoneyReason } from './money.ports.ts';

const inWords = (context: Context, reasons: readonly MoneyReason[]): Explanation[] =>
  reasons.map(reason => context.ports.of(membershipMoney).inWords(context, reason));

@Policy('HOLDER')
@ObjectType('MoneyEffectTax', { simpleResolvers: true, description: 'A tax on a line, apart.' })
export class MoneyEffectTaxView {
  @Field(() => String, { description: '`GST`, `HST`, `QST` or `PREMIUM_TAX`.' })
  readonly tax: string;

  @Field(() => MoneyView)
  readonly amount: MoneyView;

  constructor({ tax, amount }: MoneyEffectLine['taxes'][number], locale: Locale) {
    this.tax = tax;
    this.amount = new MoneyView(amount.cents, locale);
  }
}

@Policy('HOLDER')
@ObjectType('MoneyEffectLine', {
  simpleResolvers: true,
  description: 'One thing that is charged or given back.',
})
export class MoneyEffectLineView {
  @Field(() => MoneyView, { description: 'Before tax; below zero where it is given back.' })
  readonly amount: MoneyView;

  @Field(() => [MoneyEffectTaxView])
  readonly taxes: readonly MoneyEffectTaxView[];

  constructor(
    private readonly line: MoneyEffectLine,
    locale: Locale,
  ) {
    this.amount = new MoneyView(line.amount.cents, locale);
    this.taxes = line.taxes.map(tax => new MoneyEffectTaxView(tax, locale));
  }

  @Field(() => String, { description: 'In the language of the request.' })
  description(@Ctx() { locale }: Context): string {
    return inLanguage(locale, this.line.descriptions.fr, this.line.descriptions.en);
  }

  @Field(() => Association, { description: 'The body whose money it is.' })
  async supplier(@Ctx() context: Context): Promise<Association> {
    const row = await context.load(associationById, this.line.supplierId);
    if (row === null) throw new Error('a line has a supplier');
    return associationView(row);
  }

  @Field(() => [Explanation], { description: 'Why it is charged or given back, and why so much.' })
  explanation(@Ctx() context: Context): Explanation[] {
    return inWords(context, this.line.explanation);
  }
}

@Policy('HOLDER')
@ObjectType('MoneyEffect', {
  simpleResolvers: true,
  description: 'What a change of a membership costs or gives back, if it is made now.',
})
export class MoneyEffectView {
  @Field(() => MoneyView, { description: 'With taxes. Above zero: to pay; below: given back.' })
  readonly total: MoneyView;

  @Field(() => [MoneyEffectLineView])
  readonly lines: readonly MoneyEffectLineView[];

  constructor(
    private readonly effect: MoneyEffect,
    locale: Locale,
  ) {
    this.total = new MoneyView(effect.total.cents, locale);
    this.lines = effect.lines.map(line => new MoneyEffectLineView(line, locale));
  }

  @Field(() => [Explanation], {
    description: 'What holds beyond the lines: what stays owing, what is not given back, what goes along.',
  })
  explanation(@Ctx() context: Context): Explanation[] {
    return inWords(context, this.effect.explanation);
  }
}
