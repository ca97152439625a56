import { Field, ObjectType } from 'type-graphql';
import type { NextStep, NextStepKind } from '../../../platform/graphql/next-step.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { ProblemWithNext } from '../../../platform/graphql/problem-with-next.ts';
import { Problem } from '../../../platform/problem.ts';
import { DECLINE_REASONS, type DeclineReason } from '../payment-gateway.ts';
import './cards.enums.ts';

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'The payment gateway did not take the order. Nothing was charged.',
})
export class PaymentDeclined extends Problem {
  @Field(() => DECLINE_REASONS)
  readonly reason: DeclineReason;

  constructor(reason: DeclineReason) {
    super();
    this.reason = reason;
  }
}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description:
    'The payment gateway does not answer (`WAIT`: try again with the same idempotency key), or nobody takes cards here (`CONTACT_SUPPORT`: pay in another way). Nothing was charged.',
})
export class GatewayUnavailable extends ProblemWithNext {
  /** For the wording. */
  readonly kind: NextStepKind;

  constructor(next: NextStep) {
    super(next);
    this.kind = next.kind;
  }
}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'No such receipt, or it is not for you to settle: both are the same answer.',
})
export class ParkedReceiptNotFound extends Problem {}

@Policy('HOLDER')
@ObjectType({ implements: Problem, description: 'Somebody has settled it before. Nothing was done.' })
export class ParkedReceiptSettled extends Problem {}
