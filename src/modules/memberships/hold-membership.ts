import type { Parts } from '../../platform/context.ts';
import { within, type Tx } from '../../platform/database/database.ts';
import { ServiceBusy } from '../../platform/graphql/faults.ts';
import { statement } from '../../platform/database/statement.ts';
import { membershipMoney } from './money.ports.ts';

const hold = statement<{ readonly mergedIntoId: string | null }>(
  'memberships-hold',
  `select merged_into_id as "mergedIntoId" from membership where id = any ($1::uuid[])
   order by id for no key update`,
);

/**
 * Acts that change a history wait for each other here, after organizations and accounts and before invoices. Whoever
 * waited for one that was merged meanwhile asks again, and finds it gone.
 */
export async function holdMemberships(tx: Tx, membershipIds: readonly string[]): Promise<void> {
  const held = await within(tx, hold, [membershipIds]);
  if (held.some(({ mergedIntoId }) => mergedIntoId !== null)) throw new ServiceBusy();
}

/**
 * The same for acts that give back what was billed: what that frees may bring something about for others, whose
 * memberships are held with these. Whoever waited while these were billed together with somebody else, or while such an
 * invoice was paid for the first time, asks again.
 */
export async function holdToChange(
  { ports }: Pick<Parts, 'ports'>,
  tx: Tx,
  membershipIds: readonly string[],
): Promise<void> {
  const money = ports.of(membershipMoney);
  const held = new Set([...membershipIds, ...(await money.changedWith(tx, membershipIds))]);
  await holdMemberships(tx, [...held]);
  if ((await money.changedWith(tx, membershipIds)).some(id => !held.has(id))) throw new ServiceBusy();
}
