import type { AccountId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { Unauthenticated } from '../../../platform/graphql/faults.ts';
import { NextStep, NextStepKind } from '../../../platform/graphql/next-step.ts';
import { refuse } from '../../../platform/problem.ts';
import { associationById, supportOf } from '../../associations/index.ts';
import { AccountKind } from '../account.enums.ts';
import { holdAccount, type AccountRow } from '../account-state.ts';
import { actorOf, clientOf } from '../actor-of.ts';
import { hasFactor } from '../second-factors/factors-of-account.ts';
import { AccountNotPersonal, AccountsAlreadyOne, LinkNeedsSecondFactor } from './link.problems.ts';

/** The account of the signed-in person, and the one that they have proved besides. */
export interface BothAccounts {
  readonly kept: AccountRow;
  readonly other: AccountRow;
}

const holdSession = statement<{ id: string }>(
  'link-hold-session',
  'select id from session where id = $1 and ended_at is null for no key update',
);

/**
 * Holds both until the transaction ends, in the order of their ids: two people, or two tabs, who join the same
 * accounts in either direction wait for each other. Whoever comes second finds their account closed.
 */
export async function holdBoth(context: Context, tx: Tx, otherId: AccountId): Promise<BothAccounts> {
  const { accountId, sessionId } = actorOf(context);
  const rows = new Map<string, AccountRow>();
  for (const id of [...new Set([accountId, otherId])].sort()) rows.set(id, await holdAccount(tx, id));
  const [kept, other] = [rows.get(accountId), rows.get(otherId)];
  if (!kept || !other) throw new Error('an account was held and is gone');
  const [session] = await within(tx, holdSession, [sessionId]);
  if (kept.disabledAt !== null || !session) throw new Unauthenticated('TOKEN');
  return { kept, other };
}

/** Reads what a refusal says before a transaction begins. */
export async function notPersonal(context: Context): Promise<AccountNotPersonal> {
  const association = await context.load(associationById, clientOf(context).associationId);
  const support = association ? { support: supportOf(association, context.wording) } : {};
  return new AccountNotPersonal(new NextStep(NextStepKind.CONTACT_SUPPORT, support));
}

/** Refuses two accounts that cannot become one. */
export async function judgeBoth(
  tx: Tx,
  { kept, other }: BothAccounts,
  refusal: AccountNotPersonal,
): Promise<void> {
  if (kept.id === other.id) refuse(new AccountsAlreadyOne());
  if ([kept, other].some(({ kind }) => kind !== AccountKind.INDIVIDUAL)) refuse(refusal);
  if ((await hasFactor(tx, other.id)) && !(await hasFactor(tx, kept.id))) refuse(new LinkNeedsSecondFactor());
}
