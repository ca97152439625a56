import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Context } from '../../../platform/context.ts';
import type { MembershipHistory, TermFacts } from '../membership-facts.ts';
import { ruleOn } from '../next-term.ts';
import { termRulesOfClass } from '../term-rules.loaders.ts';
import type { Step } from './steps.ts';

/** Whether terms of a class that begin on a day are for life: such a term comes with the class, and nobody pays for it. */
export const isForLife = async (
  context: Pick<Context, 'load'>,
  classId: string,
  day: LocalDate,
): Promise<boolean> => ruleOn(await context.load(termRulesOfClass, classId), day)?.kind === 'LIFETIME';

/** The first day that no term has yet, from a day on. */
export const lifeFrom = (terms: readonly Pick<TermFacts, 'to'>[], on: LocalDate): LocalDate =>
  terms.reduce((from, { to }) => (to !== null && to > from ? to : from), on);

/** What becomes of a term for life when somebody is in a class from a day on. */
export function lifeSteps(
  { terms }: Pick<MembershipHistory, 'terms'>,
  on: LocalDate,
  isLife: boolean,
): readonly Step[] {
  const standing = terms.find(({ to }) => to === null);
  if (isLife) return standing ? [] : [{ grantLife: lifeFrom(terms, on) }];
  return standing ? [{ closeTerm: standing, to: on }] : [];
}
