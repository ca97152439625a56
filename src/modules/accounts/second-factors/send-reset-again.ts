import { within } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { contestAgain, type OpenAct } from '../contest-again.ts';
import { factorResetAsked } from './factor-reset.mails.ts';
import { FACTOR_RESET_CONTEST } from './reset-second-factors.ts';

const openReset = statement<OpenAct>(
  'factor-reset-open-act',
  `select id, asked_at as "askedAt" from factor_reset
   where account_id = $1 and contested_at is null and done_at is null`,
);

export const sendFactorResetAgain = contestAgain({
  letter: factorResetAsked,
  purpose: FACTOR_RESET_CONTEST,
  openActOf: async (tx, accountId) => (await within(tx, openReset, [accountId]))[0] ?? null,
});
