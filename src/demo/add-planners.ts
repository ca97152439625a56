import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database/database.ts';
import { addDemoPerson } from './add-demo-person.ts';
import { admitDemoMember } from './admit-demo-member.ts';
import type { DemoHolders } from './open-demo-accounts.ts';
import { planners } from './people/planners.ts';
import type { DemoBodies } from './read-bodies.ts';

/** Members of the planning institutes: one of two of them at once, and one of an independent one. */
export async function addPlanners(
  context: Context,
  tx: Tx,
  bodies: DemoBodies,
  holders: DemoHolders,
): Promise<void> {
  await admitDemoMember(context, tx, bodies, {
    association: 'icu',
    holder: { personId: holders('amelie', 'icu').personId },
    classCode: 'FULL',
    memberNumber: '20311',
    admittedOn: '2017-01-01',
    paid: 'THIS_YEAR',
  });
  await admitDemoMember(context, tx, bodies, {
    association: 'oppi',
    holder: { personId: holders('amelie', 'oppi').personId },
    classCode: 'FULL',
    memberNumber: '10472',
    admittedOn: '2017-01-01',
    paid: 'THIS_YEAR',
  });

  const tomas = await addDemoPerson(context, tx, planners.tomas, {
    associationId: bodies.association('pibc').id,
  });
  await admitDemoMember(context, tx, bodies, {
    association: 'pibc',
    holder: { personId: tomas.id },
    classCode: 'CANDIDATE',
    memberNumber: '3086',
    admittedOn: '2024-07-01',
    paid: 'THIS_YEAR',
  });
}
