import type { Context } from '../../platform/context.ts';
import { refuse } from '../../platform/problem.ts';
import {
  membershipMoney,
  type MembershipChange,
  type MoneyEffect,
  type NewMembership,
} from './money.ports.ts';
import { MoneyEffectChanged } from './money-effect.problems.ts';
import { MoneyEffectView } from './money-effect.type.ts';

/** What the change costs or gives back now; refused where somebody agreed to another total. */
export async function demandShownEffect(
  context: Context,
  change: MembershipChange | NewMembership,
  shownTotalCents: number,
): Promise<MoneyEffect> {
  const effect = await context.ports.of(membershipMoney).effectOf(context, change);
  if (effect.total.cents !== BigInt(shownTotalCents))
    refuse(new MoneyEffectChanged(new MoneyEffectView(effect, context.locale)));
  return effect;
}
