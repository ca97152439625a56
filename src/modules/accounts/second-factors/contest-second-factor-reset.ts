import type { AccountId, AssociationId } from '../../../kernel/id.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { within } from '../../../platform/database/database.ts';
import { once } from '../../../platform/database/idempotency.ts';
import { statement } from '../../../platform/database/statement.ts';
import { claimSecret, readSecret } from '../../../platform/secrets/one-time-secret.ts';
import { clientOf } from '../actor-of.ts';
import { confirmationRefusals } from '../confirmation-refusals.ts';
import { tellEveryAddress } from './factor-reset-news.ts';
import { factorResetContested } from './factor-reset.mails.ts';
import { FACTOR_RESET_CONTEST } from './reset-second-factors.ts';

const ofThisTree = statement<{ id: string }>(
  'factor-reset-of-tree',
  `select r.id from factor_reset r join association a on a.id = r.association_id where r.id = $1 and a.root_id = $2`,
);

const contest = statement<{ accountId: AccountId; associationId: AssociationId; askedBy: AccountId }>(
  'factor-reset-contest',
  `update factor_reset set contested_at = $2 where id = $1 and contested_at is null and done_at is null
   returning account_id as "accountId", association_id as "associationId", asked_by as "askedBy"`,
);

/** The person says that it was not they who asked: the second factors stay. Nobody need be signed in for it. */
export async function contestSecondFactorReset(
  context: Context,
  { token, idempotencyKey: key }: { readonly token: string; readonly idempotencyKey: string | undefined },
): Promise<void> {
  const refusals = await confirmationRefusals(context);
  const known = await readSecret(context, FACTOR_RESET_CONTEST, token);
  if (known.state === 'UNKNOWN') return refusals.UNKNOWN();
  const [here] = await context.db.read(ofThisTree, [known.subjectId, clientOf(context).rootId]);
  if (!here) return refusals.UNKNOWN();
  await once(context, { operation: 'contestSecondFactorReset', key, input: { token } }, async tx => {
    const claim = await claimSecret(context, tx, FACTOR_RESET_CONTEST, token);
    if (claim.state !== 'USABLE') return refusals[claim.state]();
    const [contested] = await within(tx, contest, [claim.subjectId, context.clock.now()]);
    // A second administrator was quicker than the person.
    if (!contested) return refusals.EXPIRED();
    const asker = { accountId: contested.askedBy, associationId: contested.associationId };
    await tellEveryAddress(context, tx, asker, { letter: factorResetContested, values: {} });
    await recordAudit(context, tx, {
      act: 'contestSecondFactorReset',
      subjectKind: 'Account',
      subjectId: contested.accountId,
      associationId: contested.associationId,
      after: { resetId: claim.subjectId },
    });
  });
}
