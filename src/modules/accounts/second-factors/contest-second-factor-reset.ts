import type { AccountId, AssociationId } from '../../../kernel/id.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { within } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { contestByLink, type Contestable, type ContestByLink } from '../contest-by-link.ts';
import { tellEveryAddress } from '../tell-every-address.ts';
import { factorResetContested } from './factor-reset.mails.ts';
import { FACTOR_RESET_CONTEST } from './reset-second-factors.ts';

const ofTree = statement<{ id: string }>(
  'factor-reset-of-tree',
  `select r.id from factor_reset r join association a on a.id = r.association_id where r.id = $1 and a.root_id = $2`,
);

const contest = statement<{ accountId: AccountId; associationId: AssociationId; askedBy: AccountId }>(
  'factor-reset-contest',
  `update factor_reset set contested_at = $2 where id = $1 and contested_at is null and done_at is null
   returning account_id as "accountId", association_id as "associationId", asked_by as "askedBy"`,
);

const factorReset: Contestable = {
  operation: 'contestSecondFactorReset',
  purpose: FACTOR_RESET_CONTEST,
  ofTree,
  async stop(context, tx, resetId) {
    const [contested] = await within(tx, contest, [resetId, context.clock.now()]);
    if (!contested) return false;
    const asker = { accountId: contested.askedBy, associationId: contested.associationId };
    await tellEveryAddress(context, tx, asker, { letter: factorResetContested, values: {} });
    await recordAudit(context, tx, {
      act: 'contestSecondFactorReset',
      subjectKind: 'Account',
      subjectId: contested.accountId,
      associationId: contested.associationId,
      after: { resetId },
    });
    return true;
  },
};

/** The person says that it was not they who asked: the second factors stay. Nobody need be signed in for it. */
export const contestSecondFactorReset = (context: Context, input: ContestByLink): Promise<void> =>
  contestByLink(context, factorReset, input);
