import { Money } from '../../../kernel/money.ts';
import type { Context } from '../../../platform/context.ts';
import { refuse } from '../../../platform/problem.ts';
import { membershipMoney, type MembershipChange, type MoneyEffect } from '../money.ports.ts';
import { MoneyEffectChanged } from '../money-effect.problems.ts';
import { MoneyEffectView } from '../money-effect.type.ts';

export interface Settling {
  readonly change: MembershipChange;
  readonly effect: MoneyEffect;
}

/** What each of several changes costs or gives back. */
export async function effectsOf(
  context: Context,
  changes: readonly MembershipChange[],
): Promise<readonly Settling[]> {
  const settlings: Settling[] = [];
  for (const change of changes)
    settlings.push({ change, effect: await context.ports.of(membershipMoney).effectOf(context, change) });
  return settlings;
}

/** All of it as one. */
export const togetherOf = (settlings: readonly Settling[]): MoneyEffect => ({
  total: settlings.reduce((sum, { effect }) => sum.plus(effect.total), Money.cad(0)),
  lines: settlings.flatMap(({ effect }) => effect.lines),
  explanation: settlings.flatMap(({ effect }) => effect.explanation),
  terms: {
    granted: settlings.flatMap(({ effect }) => effect.terms.granted),
    takenBack: settlings.flatMap(({ effect }) => effect.terms.takenBack),
  },
});

/** The same, refused where somebody agreed to another total. */
export async function demandShownTotal(
  context: Context,
  changes: readonly MembershipChange[],
  shownTotalCents: number,
): Promise<readonly Settling[]> {
  const settlings = await effectsOf(context, changes);
  const together = togetherOf(settlings);
  if (together.total.cents !== BigInt(shownTotalCents))
    refuse(new MoneyEffectChanged(new MoneyEffectView(together, context.locale)));
  return settlings;
}
