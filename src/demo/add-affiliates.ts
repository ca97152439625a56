import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database/database.ts';
import { admitDemoMember } from './admit-demo-member.ts';
import type { DemoHolders } from './open-demo-accounts.ts';
import type { DemoBodies } from './read-bodies.ts';

/** A parachutist, who also acts for a producer of the AQPM: neither association learns of the other. */
export async function addAffiliates(
  context: Context,
  tx: Tx,
  bodies: DemoBodies,
  holders: DemoHolders,
): Promise<void> {
  await admitDemoMember(context, tx, bodies, {
    association: 'acps',
    holder: { personId: holders('maite', 'acps').personId },
    classCode: 'PARTICIPANT',
    memberNumber: '31877',
    admittedOn: '2023-05-20',
    paid: 'ROLLING',
  });
}
