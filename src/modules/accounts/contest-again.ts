import { readEmailAddress } from '../../kernel/email-address.ts';
import { within, type Tx } from '../../platform/database/database.ts';
import { statement } from '../../platform/database/statement.ts';
import { WhyNotAgain, type Letter, type SendAgain } from '../../platform/mail/index.ts';
import { renewSecret } from '../../platform/secrets/one-time-secret.ts';
import { holdAccount } from './account-state.ts';
import { addressesOnFile } from './addresses.ts';
import { tellEveryAddress } from './tell-every-address.ts';

/** What staff asked for in somebody's name, and what has not ended. */
export interface OpenAct {
  readonly id: string;
  readonly askedAt: Date;
}

export interface ContestLetter<Values extends object> {
  readonly letter: Letter<Values>;
  /** Of the secret, whose subject is the act. */
  readonly purpose: string;
  readonly openActOf: (tx: Tx, accountId: string) => Promise<OpenAct | null>;
}

const cancelWaiting = statement(
  'contest-again-cancel',
  `update mail set state = 'CANCELLED', sealed_secret = null, claimed_until = null, settled_at = $3
   where account_id = $1 and letter = $2 and state in ('QUEUED', 'DEFERRED')`,
);

/**
 * The link to say no, sent again to every address of the account, because all of them hold the same one: the old one
 * dies everywhere. The time to say no does not grow.
 */
export const contestAgain =
  <Values extends object>({ letter, purpose, openActOf }: ContestLetter<Values>): SendAgain =>
  async (context, { accountId, associationId, to, values, queuedAt }) => {
    const mailbox = readEmailAddress(to)?.normalized;
    const isOwn =
      accountId !== null &&
      (await addressesOnFile(context, accountId)).some(({ normalized }) => normalized === mailbox);
    if (!isOwn) return WhyNotAgain.ADDRESS_CHANGED;
    return async tx => {
      await holdAccount(tx, accountId);
      const act = await openActOf(tx, accountId);
      // What an earlier mail told of has ended, whatever was asked for since.
      if (!act || act.askedAt > queuedAt) return false;
      const issued = await renewSecret(context, tx, { purpose, subjectId: act.id });
      if (!issued) return false;
      await within(tx, cancelWaiting, [accountId, letter.name, context.clock.now()]);
      const about = { accountId, associationId };
      await tellEveryAddress(context, tx, about, { letter, values: values as Values, issued });
      return true;
    };
  };
