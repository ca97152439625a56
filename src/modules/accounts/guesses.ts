import type { Context } from '../../platform/context.ts';
import type { NextStep } from '../../platform/graphql/next-step.ts';
import { TooManyAttempts } from '../../platform/graphql/too-many-attempts.ts';
import type { Budget, Spent } from '../../platform/http/limits.ts';
import { RESEND_SECONDS } from '../../platform/mail/index.ts';
import { refuse } from '../../platform/problem.ts';

const MINUTE = 60;
const DAY = 86_400;

/** Of one account, over all the ways in which its password is asked for. */
const PER_ACCOUNT: readonly Budget[] = [
  { name: 'password-guess', points: 10, seconds: 15 * MINUTE },
  { name: 'password-guess-day', points: 100, seconds: DAY },
];

/** Of one browser that signed in to the account before. What strangers spend is no concern of its. */
const PER_BROWSER: readonly Budget[] = [
  { name: 'password-guess-browser', points: 10, seconds: 15 * MINUTE },
  { name: 'password-guess-browser-day', points: 100, seconds: DAY },
];

/** Of one visitor, over all accounts. Offices share an address, and right passwords are given back. */
const PER_VISITOR: Budget = { name: 'password-guess-visitor', points: 100, seconds: 15 * MINUTE };

/** Mails that a person has sent to addresses of their choice. */
const MAILS: Budget = { name: 'confirmation-mail', points: 5, seconds: 60 * MINUTE };

type Counting = Pick<Context, 'limits' | 'visitor'>;

export interface Guessed {
  /** The account, or what was typed where it is nobody's. */
  readonly key: string;
  /** The browser that guesses, where the account knows it (`knownBrowser`). */
  readonly browser: string | null;
  /** What stays open to whoever has no guess left. */
  readonly waysOn: () => Promise<readonly NextStep[]>;
}

/**
 * Judges a password within the budgets. Each guess is counted before it is judged, so that parallel ones cannot slip
 * through, and once a budget is spent nothing is judged: the right password is answered like a wrong one.
 */
export async function judgeGuess(
  { limits, visitor }: Counting,
  { key, browser, waysOn }: Guessed,
  judge: () => Promise<boolean>,
): Promise<boolean> {
  const asked: readonly (readonly [Budget, string])[] =
    browser === null
      ? [[PER_VISITOR, visitor.address], ...PER_ACCOUNT.map(budget => [budget, key] as const)]
      : PER_BROWSER.map(budget => [budget, browser] as const);
  const counted: Spent[] = [];
  const giveBack = (): Promise<unknown> => Promise.all(counted.map(one => one.giveBack()));

  for (const [budget, of] of asked) {
    const spent = await limits.spend(budget, of);
    if (!spent.allowed) {
      await giveBack();
      refuse(new TooManyAttempts(spent.retryAfterSeconds, await waysOn()));
    }
    counted.push(spent);
  }
  const right = await judge().catch(async (fault: unknown) => {
    await giveBack();
    throw fault;
  });
  if (right) await giveBack();
  return right;
}

export async function spendMail({ limits }: Counting, accountId: string): Promise<void> {
  const { allowed, retryAfterSeconds } = await limits.spend(MAILS, accountId);
  if (!allowed) refuse(new TooManyAttempts(retryAfterSeconds));
}

/** When a page may offer the next of these mails: `soonest` seconds from now, unless too many were sent. */
export const nextMailIn = async (
  { limits }: Pick<Context, 'limits'>,
  accountId: string,
  soonest = RESEND_SECONDS,
): Promise<number> => Math.max(soonest, await limits.wait(MAILS, accountId));
