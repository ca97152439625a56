import { Field, Int, ObjectType } from 'type-graphql';
import { addDays, type LocalDate } from '../../../kernel/local-date.ts';
import type { Locale } from '../../../kernel/locale.ts';
import type { Context } from '../../../platform/context.ts';
import { Explanation } from '../../../platform/graphql/explanation.ts';
import type { Lazy } from '../../../platform/graphql/lazy.ts';
import { localized, LocalizedText } from '../../../platform/graphql/localized-text.ts';
import { MoneyView } from '../../../platform/graphql/money.type.ts';
import { Node } from '../../../platform/graphql/node.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { DateScalar } from '../../../platform/graphql/scalars.ts';
import { Association, inLanguage } from '../../associations/index.ts';
import type { LineEffect, LineKind, Settlement, Tax } from '../billing-words.ts';
import type { LineFacts, LineTaxFacts } from './invoice-facts.ts';
import { LINE_EFFECTS, LINE_KINDS, SETTLEMENTS, TAXES } from './invoice.enums.ts';

const amount = (cents: string, locale: Locale): MoneyView => new MoneyView(BigInt(cents), locale);

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'A tax of a line.' })
export class InvoiceTax {
  @Field(() => TAXES)
  readonly tax: Tax;

  @Field(() => String, { description: 'In the language of the request, such as `QST`.' })
  readonly label: string;

  @Field(() => String, { description: 'In percent, with a point: `9.975`.' })
  readonly rate: string;

  @Field(() => MoneyView)
  readonly amount: MoneyView;

  @Field(() => String, { nullable: true, description: "The supplier's; null for a tax without one." })
  readonly registrationNumber: string | null;

  constructor(facts: LineTaxFacts, { wording, locale }: Pick<Context, 'wording' | 'locale'>) {
    this.tax = facts.tax;
    this.label = wording.of(`Tax.${facts.tax}`);
    this.rate = String(facts.per100000 / 1000);
    this.amount = amount(facts.cents, locale);
    this.registrationNumber = facts.registrationNumber;
  }
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'Days, the first and the last one inclusive.' })
export class BilledPeriod {
  @Field(() => DateScalar)
  readonly from: LocalDate;

  @Field(() => DateScalar, { nullable: true, description: 'The last day; null when no end is in sight.' })
  readonly to: LocalDate | null;

  constructor(from: LocalDate, to: LocalDate | null) {
    this.from = from;
    this.to = to && addDays(to, -1);
  }
}

@Policy('HOLDER')
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'A price on an invoice: whose money it is, its taxes, and what it brings about.',
})
export class InvoiceLine extends Node {
  readonly #facts: LineFacts;
  readonly #locale: Locale;

  @Field(() => Association, { description: 'The body whose money it is.' })
  readonly supplier: Lazy<Association>;

  @Field(() => [Explanation], { description: 'Why it costs what it costs.' })
  readonly explanation: Lazy<readonly Explanation[]>;

  @Field(() => [InvoiceTax])
  readonly taxes: Lazy<readonly InvoiceTax[]>;

  constructor(
    facts: LineFacts,
    { locale, wording }: Pick<Context, 'locale' | 'wording'>,
    parts: Pick<InvoiceLine, 'supplier' | 'explanation'>,
  ) {
    super({ kind: 'InvoiceLine', id: facts.id });
    this.#facts = facts;
    this.#locale = locale;
    this.supplier = parts.supplier;
    this.explanation = parts.explanation;
    this.taxes = () => facts.taxes.map(tax => new InvoiceTax(tax, { locale, wording }));
  }

  @Field(() => LINE_KINDS)
  get kind(): LineKind {
    return this.#facts.kind;
  }

  @Field(() => String, { description: 'In the language of the request.' })
  get description(): string {
    return inLanguage(this.#locale, this.#facts.fr, this.#facts.en);
  }

  @Field(() => LocalizedText)
  get descriptions(): LocalizedText {
    return localized(this.#facts.fr, this.#facts.en);
  }

  @Field(() => Int)
  get quantity(): number {
    return this.#facts.quantity;
  }

  @Field(() => MoneyView, { description: 'Of one, before taxes.' })
  get unitPrice(): MoneyView {
    return amount(this.#facts.unit, this.#locale);
  }

  @Field(() => MoneyView, { description: 'Of all of them, before taxes.' })
  get net(): MoneyView {
    return amount(this.#facts.net, this.#locale);
  }

  @Field(() => MoneyView, { description: 'With its taxes.' })
  get total(): MoneyView {
    return amount(this.#facts.total, this.#locale);
  }

  @Field(() => MoneyView)
  get paid(): MoneyView {
    return amount(this.#facts.paid, this.#locale);
  }

  @Field(() => MoneyView, { description: 'Taken back by credit notes, with taxes.' })
  get credited(): MoneyView {
    return amount(this.#facts.credited, this.#locale);
  }

  @Field(() => BilledPeriod, {
    nullable: true,
    description: 'The days that it is for; null where it is for none.',
  })
  get period(): BilledPeriod | null {
    const { from, to } = this.#facts;
    return from && new BilledPeriod(from, to);
  }

  @Field(() => LINE_EFFECTS)
  get effect(): LineEffect {
    return this.#facts.effect;
  }

  @Field(() => SETTLEMENTS)
  get settlement(): Settlement {
    return this.#facts.settlement;
  }
}
