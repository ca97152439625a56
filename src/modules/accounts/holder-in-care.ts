import type { AccountId, AssociationId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/database/database.ts';
import { refuse, type Problem } from '../../platform/problem.ts';
import { bodyForStaff, hasBeenStaffSince, hasRightsElsewhere } from '../associations/index.ts';
import { pageUrl } from '../integrations/index.ts';
import { accountPorts } from './account.ports.ts';
import { AccountHolderNotFound, HolderHasRightsElsewhere } from './account.problems.ts';
import { readAccountNow } from './account-state.ts';
import { actorOf } from './actor-of.ts';

/** Of what staff compared before they help, in their own words. */
export const LONGEST_IDENTITY_CHECK = 500;

/** Somebody who has lost what proves who they are, and whom an administrator helps. */
export interface HolderInCare {
  readonly accountId: AccountId;
  readonly associationId: AssociationId;
  /** Of the association, for dates that people read. */
  readonly timeZone: string;
  /** Where the links of mails about it lead. */
  readonly page: string;
}

/** Somebody on file, other than themselves, where the signed-in person is an administrator. */
export async function holderInCare(context: Context, personId: string, own: Problem): Promise<HolderInCare> {
  const holder = await context.ports.of(accountPorts).holderOf(context, personId);
  const body = holder && (await bodyForStaff(context, 'HELP_HOLDER', holder.associationId));
  if (!holder || !body) return refuse(new AccountHolderNotFound());
  if (holder.accountId === actorOf(context).accountId) refuse(own);
  const { locale } = await readAccountNow(context, holder.accountId);
  const page = await pageUrl(context, holder.associationId, 'EMAIL_CONFIRMATION', locale);
  return { ...holder, timeZone: body.timeZone, page };
}

/**
 * Refuses to help somebody who has rights where the signed-in person has none: an account is one over the whole realm,
 * and whoever takes its factors or its mailbox takes those rights as well.
 */
export async function demandReachOfRights(
  context: Context,
  { accountId }: Pick<HolderInCare, 'accountId'>,
): Promise<void> {
  if (await hasRightsElsewhere(context, accountId)) refuse(new HolderHasRightsElsewhere());
}

export interface AskedForHolder {
  readonly associationId: AssociationId;
  readonly askedBy: string;
  readonly askedAt: Date;
}

/**
 * Whether the signed-in person is the second pair of eyes that makes it immediate. Whoever asked first may ask again,
 * and it changes nothing. Both must have been administrators there for as long as the person has to say no: whoever
 * makes a second one of a mailbox of their own gains nothing by it that waiting would not have brought.
 */
export async function isSecondAdministrator(
  context: Context,
  tx: Tx,
  { associationId, askedBy, askedAt }: AskedForHolder,
  contestHours: number,
): Promise<boolean> {
  const { accountId } = actorOf(context);
  if (accountId === askedBy) return false;
  const since = new Date(askedAt.getTime() - contestHours * 3_600_000);
  const standing = { associationId, action: 'HELP_HOLDER', since } as const;
  return (
    (await hasBeenStaffSince(context, tx, { ...standing, accountId })) &&
    (await hasBeenStaffSince(context, tx, { ...standing, accountId: askedBy }))
  );
}
