import type { Context } from '../../../platform/context.ts';
import { once } from '../../../platform/database/idempotency.ts';
import { statement } from '../../../platform/database/statement.ts';
import { refuse } from '../../../platform/problem.ts';
import { actorOf } from '../actor-of.ts';
import { contestByLink, type Contestable, type ContestByLink } from '../contest-by-link.ts';
import { AddressReplacementNotFound } from './address-replacement.problems.ts';
import { ADDRESS_REPLACEMENT_CONTEST } from './ask-address-replacement.ts';
import { holdOpenReplacement } from './open-replacement.ts';
import { stopReplacement } from './stop-address-replacement.ts';

const ofTree = statement<{ id: string }>(
  'address-replacement-of-tree',
  `select r.id from address_replacement r join association a on a.id = r.association_id
   where r.id = $1 and a.root_id = $2`,
);

const addressReplacement: Contestable = {
  operation: 'contestAddressReplacement',
  purpose: ADDRESS_REPLACEMENT_CONTEST,
  ofTree,
  stop: (context, tx, id) =>
    stopReplacement(context, tx, id, { act: 'contestAddressReplacement', why: 'CONTESTED' }),
};

/** The person says that it was not they who asked: the address stays. Nobody need be signed in for it. */
export const contestAddressReplacement = (context: Context, input: ContestByLink): Promise<void> =>
  contestByLink(context, addressReplacement, input);

/** The same by whoever is signed in to the account. */
export async function contestOwnAddressReplacement(
  context: Context,
  { idempotencyKey: key }: Pick<ContestByLink, 'idempotencyKey'>,
): Promise<void> {
  const act = 'contestOwnAddressReplacement';
  await once(context, { operation: act, key, input: {} }, async tx => {
    const open = await holdOpenReplacement(tx, actorOf(context).accountId);
    if (!open) return refuse(new AddressReplacementNotFound());
    await stopReplacement(context, tx, open.id, { act, why: 'CONTESTED' });
  });
}
