import { Field, ObjectType } from 'type-graphql';
import { dayAt } from '../../../kernel/deadline.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Locale } from '../../../kernel/locale.ts';
import type { Context } from '../../../platform/context.ts';
import type { Lazy } from '../../../platform/graphql/lazy.ts';
import { ApiLocale, apiLocaleOf } from '../../../platform/graphql/locale-enum.ts';
import { MoneyView } from '../../../platform/graphql/money.type.ts';
import { Node } from '../../../platform/graphql/node.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { Association } from '../../associations/index.ts';
import { InvoiceBillTo } from './invoice-bill-to.type.ts';
import type { InvoiceFacts } from './invoice-facts.ts';
import { InvoiceLine } from './invoice-line.type.ts';
import { invoiceState, type InvoiceState } from './invoice-state.ts';
import { INVOICE_KINDS, INVOICE_STATES } from './invoice.enums.ts';
import type { InvoiceKind } from './new-invoice.ts';
import { invoiceNumber } from './printed-number.ts';

const amount = (cents: string | bigint, locale: Locale): MoneyView => new MoneyView(BigInt(cents), locale);

interface InvoiceParts {
  readonly issuer: Lazy<Association>;
  readonly lines: Lazy<readonly InvoiceLine[]>;
  readonly billTo: Lazy<InvoiceBillTo | null>;
  readonly billToHistory: Lazy<readonly InvoiceBillTo[]>;
}

@Policy('HOLDER')
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    'What somebody owes an association, as it was issued. For whoever owes it, the staff of its issuer, and the member whom it is about.',
})
export class Invoice extends Node {
  readonly facts: InvoiceFacts;
  readonly #context: Pick<Context, 'clock' | 'locale' | 'wording'>;

  @Field(() => Association, { description: 'Who bills.' })
  readonly issuer: Lazy<Association>;

  @Field(() => [InvoiceLine], { description: 'All of them: none is added to an invoice that is issued.' })
  readonly lines: Lazy<readonly InvoiceLine[]>;

  @Field(() => InvoiceBillTo, {
    nullable: true,
    description: 'Null for the member whom it is about, where somebody else owes it.',
  })
  readonly billTo: Lazy<InvoiceBillTo | null>;

  @Field(() => [InvoiceBillTo], {
    description:
      'To whom it was addressed before, the last 50, the first one first; empty for whoever does not see `billTo`.',
  })
  readonly billToHistory: Lazy<readonly InvoiceBillTo[]>;

  constructor(
    facts: InvoiceFacts,
    context: Pick<Context, 'clock' | 'locale' | 'wording'>,
    parts: InvoiceParts,
  ) {
    super({ kind: 'Invoice', id: facts.id });
    this.facts = facts;
    this.#context = context;
    this.issuer = parts.issuer;
    this.lines = parts.lines;
    this.billTo = parts.billTo;
    this.billToHistory = parts.billToHistory;
  }

  @Field(() => String, { description: 'As it is printed: `OPPI-2026-000123`.' })
  get number(): string {
    return invoiceNumber(this.facts.code, this.facts);
  }

  @Field(() => INVOICE_KINDS)
  get kind(): InvoiceKind {
    return this.facts.kind;
  }

  @Field(() => String, {
    nullable: true,
    description: 'The member whom it is about; null where it is about none.',
  })
  get memberName(): string | null {
    return this.facts.memberName;
  }

  @Field(() => String, { nullable: true })
  get memberNumber(): string | null {
    return this.facts.memberNumber;
  }

  @Field(() => ApiLocale, { description: 'In which it was issued.' })
  get locale(): ApiLocale {
    return apiLocaleOf(this.facts.locale);
  }

  @Field(() => DateTimeScalar)
  get issuedAt(): Date {
    return this.facts.issuedAt;
  }

  @Field(() => DateScalar, { description: 'In the zone of the issuer.' })
  get issuedOn(): LocalDate {
    return this.facts.issuedOn;
  }

  @Field(() => DateScalar, { description: 'The last day on which it can be paid in time, to its end.' })
  get dueOn(): LocalDate {
    return this.facts.dueOn;
  }

  @Field(() => INVOICE_STATES)
  get state(): InvoiceState {
    const { dueOn, total, paid, credited, timeZone } = this.facts;
    const today = dayAt(timeZone, this.#context.clock.now());
    const balance = { dueOn, total: BigInt(total), paid: BigInt(paid), credited: BigInt(credited) };
    return invoiceState(balance, today);
  }

  @Field(() => String, { description: 'In the language of the request.' })
  get stateLabel(): string {
    return this.#context.wording.of(`InvoiceState.${this.state}`);
  }

  @Field(() => MoneyView, { description: 'Before taxes.' })
  get net(): MoneyView {
    return amount(this.facts.net, this.#context.locale);
  }

  @Field(() => MoneyView, { description: 'Of all lines together.' })
  get tax(): MoneyView {
    return amount(this.facts.tax, this.#context.locale);
  }

  @Field(() => MoneyView)
  get total(): MoneyView {
    return amount(this.facts.total, this.#context.locale);
  }

  @Field(() => MoneyView)
  get paid(): MoneyView {
    return amount(this.facts.paid, this.#context.locale);
  }

  @Field(() => MoneyView, { description: 'Taken back by credit notes.' })
  get credited(): MoneyView {
    return amount(this.facts.credited, this.#context.locale);
  }

  @Field(() => MoneyView, { description: 'Still to be paid.' })
  get open(): MoneyView {
    const { total, paid, credited } = this.facts;
    return amount(BigInt(total) - BigInt(paid) - BigInt(credited), this.#context.locale);
  }
}
