import { Field, ObjectType } from 'type-graphql';
import { Policy } from '../../platform/graphql/policy.ts';
import { Problem } from '../../platform/problem.ts';
import { MoneyEffectView } from './money-effect.type.ts';

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description:
    'It would cost or give back another amount than the one that was shown. Show this one, and ask again. Nothing was done.',
})
export class MoneyEffectChanged extends Problem {
  @Field(() => MoneyEffectView, { description: 'As it is now.' })
  readonly effect: MoneyEffectView;

  constructor(effect: MoneyEffectView) {
    super();
    this.effect = effect;
  }
}
