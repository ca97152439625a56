import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/database/database.ts';
import { recordHolding } from '../accounts/index.ts';
import { memberNumberBecomesIdentifier } from '../memberships/index.ts';
import { delegationsOfPersons, organizationById } from '../organizations/index.ts';
import { attachAccount, type Attachment } from '../people/index.ts';

/** A delegation that a person had before they had an account. */
export interface Standing {
  readonly delegationId: string;
  readonly associationId: string;
}

export async function standingOf(context: Context, personId: string): Promise<readonly Standing[]> {
  const delegations = await context.load(delegationsOfPersons, personId);
  return Promise.all(
    delegations.map(async ({ id, organizationId }) => {
      const organization = await context.load(organizationById, organizationId);
      if (!organization) throw new Error('a delegation names an organization that is gone');
      return { delegationId: id, associationId: organization.associationId };
    }),
  );
}

/** Gives a record of a person to an account, with all that the person has: nothing where somebody has it. */
export async function giveRecord(
  context: Context,
  tx: Tx,
  {
    personId,
    accountId,
    standing,
  }: { readonly personId: string; readonly accountId: string; readonly standing: readonly Standing[] },
): Promise<Attachment> {
  const attachment = await attachAccount(context, tx, { personId, accountId });
  if (attachment === 'HELD_BY_ANOTHER') return attachment;
  await memberNumberBecomesIdentifier(context, tx, { personId, accountId });
  for (const { delegationId: subjectId, associationId } of standing)
    await recordHolding(context, tx, { accountId, associationId, kind: 'DELEGATION', subjectId });
  return attachment;
}
