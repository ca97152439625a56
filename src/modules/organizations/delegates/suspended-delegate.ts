import type { Context, Parts } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { NextStep, NextStepKind } from '../../../platform/graphql/next-step.ts';
import { refuse } from '../../../platform/problem.ts';
import { supportOf, type AssociationEntity } from '../../associations/index.ts';
import { DelegateSuspended } from './delegate.problems.ts';

const suspended = statement<{ readonly id: string }>(
  'delegation-suspended-ones',
  `select id from delegation
   where organization_id = $1 and suspended_at is not null and person_id in (
     select p.id from person p where p.id = $2 or p.account_id = (select account_id from person where id = $2))
     and from_at <= $3 and (to_at is null or to_at > $3)`,
);

/** Whether the association has yet to decide about somebody's rights for an organization, by any record of their account. */
export async function isSuspended(
  { clock }: Pick<Parts, 'clock'>,
  tx: Tx,
  { organizationId, personId }: { readonly organizationId: string; readonly personId: string },
): Promise<boolean> {
  return (await within(tx, suspended, [organizationId, personId, clock.now()])).length > 0;
}

/** For acts of a delegate: what the association has suspended is the association's to decide. */
export function refuseSuspended(
  { wording }: Pick<Context, 'wording'>,
  association: AssociationEntity,
): never {
  const support = supportOf(association, wording);
  refuse(new DelegateSuspended(new NextStep(NextStepKind.CONTACT_SUPPORT, { support })));
}
