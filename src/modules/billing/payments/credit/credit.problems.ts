import { Field, ObjectType } from 'type-graphql';
import type { Locale } from '../../../../kernel/locale.ts';
import { MoneyView } from '../../../../platform/graphql/money.type.ts';
import { Policy } from '../../../../platform/graphql/policy.ts';
import { Problem } from '../../../../platform/problem.ts';

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'The issuer of the invoice holds less than that of its payer’s money. Nothing was done.',
})
export class CreditTooSmall extends Problem {
  @Field(() => MoneyView, { description: 'What it holds.' })
  readonly credit: MoneyView;

  constructor(cents: bigint, locale: Locale) {
    super();
    this.credit = new MoneyView(cents, locale);
  }
}
