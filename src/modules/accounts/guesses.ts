import type { Context } from '../../platform/context.ts';
import { TooManyAttempts } from '../../platform/graphql/too-many-attempts.ts';
import type { Budget } from '../../platform/http/limits.ts';
import { refuse } from '../../platform/problem.ts';

const MINUTE = 60;
const DAY = 86_400;

/** Of one account, over all the ways in which its password is asked for. */
const PER_ACCOUNT: readonly Budget[] = [
  { name: 'password-guess', points: 10, seconds: 15 * MINUTE },
  { name: 'password-guess-day', points: 100, seconds: DAY },
];

/** Of one visitor, over all accounts. Offices share an address, and right passwords are given back. */
const PER_VISITOR: Budget = { name: 'password-guess-visitor', points: 100, seconds: 15 * MINUTE };

/** Mails that a person has sent to addresses of their choice. */
const MAILS: Budget = { name: 'confirmation-mail', points: 5, seconds: 60 * MINUTE };

type Counting = Pick<Context, 'limits' | 'visitor'>;

/**
 * Judges a password within the budgets. Each guess is counted before it is judged, so that parallel ones cannot slip
 * through, and once a budget is spent nothing is judged: the right password is answered like a wrong one.
 */
export async function judgeGuess(
  { limits, visitor }: Counting,
  key: string,
  judge: () => Promise<boolean>,
): Promise<boolean> {
  const spent = [
    { budget: PER_VISITOR, key: visitor.address },
    ...PER_ACCOUNT.map(budget => ({ budget, key })),
  ];
  for (const one of spent) await spendOrRefuse(limits, one.budget, one.key);

  const giveBack = (): Promise<unknown> => Promise.all(spent.map(one => limits.refund(one.budget, one.key)));
  const right = await judge().catch(async (fault: unknown) => {
    await giveBack();
    throw fault;
  });
  if (right) await giveBack();
  return right;
}

export const spendMail = ({ limits }: Counting, accountId: string): Promise<void> =>
  spendOrRefuse(limits, MAILS, accountId);

async function spendOrRefuse(limits: Context['limits'], budget: Budget, key: string): Promise<void> {
  const { allowed, retryAfterSeconds } = await limits.spend(budget, key);
  if (!allowed) refuse(new TooManyAttempts(retryAfterSeconds));
}
