import { Field, ObjectType } from 'type-graphql';
import type { Lazy } from '../../../../platform/graphql/lazy.ts';
import { Node } from '../../../../platform/graphql/node.ts';
import { Policy } from '../../../../platform/graphql/policy.ts';
import { DateTimeScalar } from '../../../../platform/graphql/scalars.ts';
import { Invoice } from '../invoice.type.ts';
import { billToChangeState, type BillToChangeState } from './bill-to-change-state.ts';
import { BILL_TO_CHANGE_STATES } from './bill-to-change.enums.ts';
import type { BillToChangeFacts } from './bill-to-change.rows.ts';

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'What the signed-in person may do about this change through the client that they use.',
})
export class BillToChangeActions {
  @Field(() => Boolean, { description: 'By `approveBillToChange`.' })
  readonly approve: boolean;

  @Field(() => Boolean, { description: 'By `declineBillToChange`.' })
  readonly decline: boolean;

  constructor(approve: boolean, decline: boolean) {
    this.approve = approve;
    this.decline = decline;
  }
}

interface ChangeParts {
  readonly invoice: Lazy<Invoice>;
  readonly askerName: Lazy<string | null>;
  readonly viewerCan: Lazy<BillToChangeActions>;
}

@Policy('HOLDER')
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    'A change of addressee that waits or waited for a second person, with the addressee that it asks for. For whoever sees `billTo`.',
})
export class BillToChange extends Node {
  @Field(() => Invoice)
  readonly invoice: Lazy<Invoice>;

  @Field(() => String)
  readonly name: string;

  @Field(() => String, { nullable: true, description: 'Somebody there, or a department.' })
  readonly attention: string | null;

  @Field(() => String, { nullable: true })
  readonly street: string | null;

  @Field(() => String, { nullable: true })
  readonly street2: string | null;

  @Field(() => String, { nullable: true })
  readonly city: string | null;

  @Field(() => String, { nullable: true })
  readonly province: string | null;

  @Field(() => String, { nullable: true })
  readonly postalCode: string | null;

  @Field(() => String, { nullable: true, description: 'Of two letters, after ISO 3166.' })
  readonly country: string | null;

  @Field(() => BILL_TO_CHANGE_STATES)
  readonly state: BillToChangeState;

  @Field(() => DateTimeScalar)
  readonly askedAt: Date;

  @Field(() => String, {
    nullable: true,
    description:
      'Who asked, for whoever may approve it: roles ADMIN and FINANCE with the scope MONEY_WRITE, unless the invoice is their own. Null for anybody else, and where whoever asked has no name on file there.',
  })
  readonly askerName: Lazy<string | null>;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was approved or declined.' })
  readonly decidedAt: Date | null;

  @Field(() => BillToChangeActions)
  readonly viewerCan: Lazy<BillToChangeActions>;

  constructor(facts: BillToChangeFacts, parts: ChangeParts) {
    super({ kind: 'BillToChange', id: facts.id });
    this.invoice = parts.invoice;
    this.name = facts.name;
    this.attention = facts.attention;
    this.street = facts.street;
    this.street2 = facts.street2;
    this.city = facts.city;
    this.province = facts.province;
    this.postalCode = facts.postalCode;
    this.country = facts.country;
    this.state = billToChangeState(facts);
    this.askedAt = facts.askedAt;
    this.askerName = parts.askerName;
    this.decidedAt = facts.approvedAt ?? facts.declinedAt;
    this.viewerCan = parts.viewerCan;
  }
}
