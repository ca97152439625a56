import type { PersonId } from '../../kernel/id.ts';
import type { Parts } from '../../platform/context.ts';
import type { Tx } from '../../platform/database/database.ts';
import { openToAccount } from './admit-member.ts';
import { MembershipEntity } from './membership.entity.ts';

/** When a person gets an account: it holds their memberships, and each member number signs in from then on (A1). */
export async function memberNumberBecomesIdentifier(
  context: Pick<Parts, 'clock' | 'random'>,
  tx: Tx,
  { personId, accountId }: { readonly personId: string; readonly accountId: string },
): Promise<void> {
  const memberships = await tx.findBy(MembershipEntity, { personId: personId as PersonId });
  for (const membership of memberships) await openToAccount(context, tx, accountId, membership);
}
