import { Field, ObjectType } from 'type-graphql';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import type { Locale } from '../../../../kernel/locale.ts';
import type { Context } from '../../../../platform/context.ts';
import { MoneyView } from '../../../../platform/graphql/money.type.ts';
import { Node } from '../../../../platform/graphql/node.ts';
import { Policy } from '../../../../platform/graphql/policy.ts';
import { DateScalar, DateTimeScalar } from '../../../../platform/graphql/scalars.ts';
import { inLanguage } from '../../../associations/index.ts';
import { InvoiceTax } from '../invoice-line.type.ts';
import { creditNoteNumber } from '../printed-number.ts';
import type { CreditNoteFacts, CreditNoteLineFacts } from './credit-note.rows.ts';

const amount = (cents: string | bigint, locale: Locale): MoneyView => new MoneyView(BigInt(cents), locale);

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'What is taken back of a line of the invoice.' })
export class CreditNoteLine {
  @Field(() => String, { description: 'In the language of the request.' })
  readonly description: string;

  @Field(() => MoneyView, { description: 'Of its price, before taxes.' })
  readonly net: MoneyView;

  @Field(() => [InvoiceTax], { description: 'Each tax that comes back with it.' })
  readonly taxes: readonly InvoiceTax[];

  constructor(facts: CreditNoteLineFacts, { locale, wording }: Pick<Context, 'locale' | 'wording'>) {
    this.description = inLanguage(locale, facts.fr, facts.en);
    this.net = amount(facts.net, locale);
    this.taxes = facts.taxes.map(tax => new InvoiceTax(tax, { locale, wording }));
  }
}

@Policy('HOLDER')
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    'What an association took back of an invoice. For whoever owes the invoice and the staff of its issuer.',
})
export class CreditNote extends Node {
  @Field(() => String, { description: 'As it is printed: `OPPI-CR-2026-000012`.' })
  readonly number: string;

  @Field(() => DateTimeScalar)
  readonly issuedAt: Date;

  @Field(() => DateScalar, { description: 'In the zone of the issuer.' })
  readonly issuedOn: LocalDate;

  @Field(() => String, { description: 'As whoever made it wrote it.' })
  readonly reason: string;

  @Field(() => MoneyView, { description: 'Before taxes.' })
  readonly net: MoneyView;

  @Field(() => MoneyView)
  readonly tax: MoneyView;

  @Field(() => MoneyView)
  readonly total: MoneyView;

  @Field(() => [CreditNoteLine], { description: 'No more than the invoice has.' })
  readonly lines: readonly CreditNoteLine[];

  constructor(
    readonly facts: CreditNoteFacts,
    context: Pick<Context, 'locale' | 'wording'>,
  ) {
    super({ kind: 'CreditNote', id: facts.id });
    const { locale } = context;
    this.number = creditNoteNumber(facts.code, facts);
    this.issuedAt = facts.issuedAt;
    this.issuedOn = facts.issuedOn;
    this.reason = facts.reason;
    this.net = amount(facts.net, locale);
    this.tax = amount(facts.tax, locale);
    this.total = amount(BigInt(facts.net) + BigInt(facts.tax), locale);
    this.lines = facts.lines.map(line => new CreditNoteLine(line, context));
  }
}
