import { Field, ObjectType } from 'type-graphql';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import { MoneyView } from '../../../../platform/graphql/money.type.ts';
import { Policy } from '../../../../platform/graphql/policy.ts';
import { DateScalar } from '../../../../platform/graphql/scalars.ts';
import type { InvoiceState } from '../invoice-state.ts';
import { INVOICE_STATES } from '../invoice.enums.ts';
import type { Invoice } from '../invoice.type.ts';

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description:
    'What whoever has a pay link sees of its invoice: enough to pay it, and nothing of anybody’s record.',
})
export class PayableInvoice {
  @Field(() => String, { description: 'As it is printed.' })
  readonly number: string;

  @Field(() => String, { description: 'Who bills, in the language of the request.' })
  readonly issuerName: string;

  @Field(() => String, {
    nullable: true,
    description: 'For whom it is; null where it is about no membership.',
  })
  readonly memberName: string | null;

  @Field(() => DateScalar)
  readonly dueOn: LocalDate;

  @Field(() => INVOICE_STATES)
  readonly state: InvoiceState;

  @Field(() => String, { description: 'In the language of the request.' })
  readonly stateLabel: string;

  @Field(() => MoneyView)
  readonly total: MoneyView;

  @Field(() => MoneyView, { description: 'Still to be paid.' })
  readonly open: MoneyView;

  constructor(invoice: Invoice, issuerName: string) {
    this.number = invoice.number;
    this.issuerName = issuerName;
    this.memberName = invoice.memberName;
    this.dueOn = invoice.dueOn;
    this.state = invoice.state;
    this.stateLabel = invoice.stateLabel;
    this.total = invoice.total;
    this.open = invoice.open;
  }
}
