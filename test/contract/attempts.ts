import type { Locale } from '../../src/kernel/locale.ts';
import type { Portal } from '../support/portal.ts';
import { askWidely, wideSelectionOf } from './ask-everything.ts';
import type { Good } from './good-arguments.ts';
import type { InnerDoor } from './inner-door.ts';
import { answerOf, why, type Answered, type Judged } from './judge-refusal.ts';
import { askEach, type Question } from './packed-questions.ts';

/** A wrong value in its place, and the right ones around it with whoever may send them. */
export interface GoodTrial extends Judged {
  readonly good: Good;
}

/** Sends wrong values, and tells what is wrong with the answers. */
export interface Attempts {
  overWire(trial: GoodTrial): Promise<readonly string[]>;
  /** What one caller tries, behind the wire. */
  behind(trials: readonly GoodTrial[]): Promise<readonly string[]>;
}

export const questionOf = ({ operation, variables, place, wrong }: GoodTrial): Question => ({
  label: `${place.path.join('.')} ${wrong.what}`,
  operation,
  selection: wideSelectionOf(operation),
  variables: variables as Question['variables'],
});

export function openAttempts(portal: Portal, door: InnerDoor): Attempts {
  const heard = new Set<string>();
  /** What was said before, whoever asked, was judged in English as well. */
  const isHeard = ({ text }: Answered): boolean => {
    const words = (text.match(/"(?:message|label)": ?"[^"]+"/g) ?? []).join(' ');
    return heard.size === heard.add(words).size;
  };
  const answersTo = async (trials: readonly GoodTrial[], locale: Locale): Promise<readonly Answered[]> => {
    const parts = await askEach(door, trials.map(questionOf), { ...trials[0]?.good.asked, locale });
    return parts.map((part, number) => answerOf(trials[number]!.operation, part));
  };
  return {
    async overWire(trial) {
      const { operation, variables, good } = trial;
      const answerIn = (locale: Locale): Promise<Answered> =>
        askWidely(portal, operation, variables, { ...good.asked, locale });
      const french = await answerIn('fr-CA');
      return why({ ...trial, french, english: isHeard(french) ? null : await answerIn('en-CA') });
    },
    async behind(trials) {
      const french = await answersTo(trials, 'fr-CA');
      const unheard = trials.filter((_, number) => !isHeard(french[number]!));
      const english = await answersTo(unheard, 'en-CA');
      return trials.flatMap((trial, number) =>
        why({ ...trial, french: french[number]!, english: english[unheard.indexOf(trial)] ?? null }),
      );
    },
  };
}
