import type { Context } from '../../platform/context.ts';
import { contextWithin } from '../../platform/database/context-within.ts';
import type { Tx } from '../../platform/database/database.ts';
import { onceAfter, type Repeatable } from '../../platform/database/idempotency.ts';
import { holdOrganization } from './hold-organization.ts';
import type { OrganizationEntity } from './organization.entity.ts';

/** What an act is about, as its rules found it. */
export interface OnOrganization {
  readonly organization: Pick<OrganizationEntity, 'id'>;
}

/**
 * The door for acts on an organization. `judge` asks whether the caller may and who is concerned, and is asked twice:
 * before the transaction, so that whoever may not makes nobody wait, and once the organization is held, because whoever
 * was waited for may have taken the caller's role or that of the other. The work goes by what was found last. A rule
 * that counts attempts does not belong into `judge`.
 */
export const actOnOrganization = <Judged extends OnOrganization, T>(
  context: Context,
  judge: (context: Context) => Promise<Judged>,
  act: Repeatable,
  work: (tx: Tx, judged: Judged) => Promise<T>,
): Promise<T> =>
  onceAfter(
    context,
    () => judge(context),
    act,
    async (tx, { organization }) => work(tx, await judgeHeld(context, tx, organization.id, judge)),
  );

/** The second half of that door, for acts that bring their own first one. */
export async function judgeHeld<Judged>(
  context: Context,
  tx: Tx,
  organizationId: string,
  judge: (context: Context) => Promise<Judged>,
): Promise<Judged> {
  await holdOrganization(tx, organizationId);
  return judge(contextWithin(context, tx));
}
