import { accountByIdentifier } from '../modules/accounts/index.ts';
import { appointRealmAdministrator, dismissRealmAdministrator } from '../modules/associations/index.ts';
import type { Parts } from '../platform/context.ts';
import type { AdministratorOrder } from './administrator-order.ts';
import { AccountUnknown } from './refusals.ts';
import type { StartSentence } from './terminal.ts';

/** Does it, with a line in the audit trail; answers the sentence that says what became of it. */
export async function changeAdministrator(
  parts: Pick<Parts, 'db' | 'clock' | 'random'>,
  { identifier, end }: AdministratorOrder,
  byWhom: string,
): Promise<StartSentence> {
  // Neither closing an account nor losing its addresses ends its rights: they must not outlast the trust.
  const accountId = await accountByIdentifier(parts, identifier, { toDismiss: end });
  if (accountId === null) throw new AccountUnknown(identifier);
  const change = end ? dismissRealmAdministrator : appointRealmAdministrator;
  const changed = await parts.db.transaction(tx => change(parts, tx, { accountId, byWhom }));
  if (end) return changed ? 'start.administrator.dismissed' : 'start.administrator.none';
  return changed ? 'start.administrator.appointed' : 'start.administrator.already';
}
