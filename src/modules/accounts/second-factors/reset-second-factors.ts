import { newId } from '../../../kernel/id.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { onceAfter } from '../../../platform/database/idempotency.ts';
import { statement } from '../../../platform/database/statement.ts';
import { demandFreshSignIn } from '../../../platform/graphql/fresh-sign-in.ts';
import { enqueue } from '../../../platform/jobs/job.ts';
import { refuse } from '../../../platform/problem.ts';
import { issueSecret } from '../../../platform/secrets/one-time-secret.ts';
import { holdAccount } from '../account-state.ts';
import { actorOf } from '../actor-of.ts';
import {
  demandReachOfRights,
  holderInCare,
  isSecondAdministrator,
  type AskedForHolder,
  type HolderInCare,
} from '../holder-in-care.ts';
import { tellEveryAddress } from '../tell-every-address.ts';
import { finishFactorReset, FINISH_FACTOR_RESET } from './finish-factor-reset.ts';
import { hasFactor } from './factors-of-account.ts';
import { factorResetAsked } from './factor-reset.mails.ts';
import { OwnFactorsKept } from './factor-reset.problems.ts';
import { SecondFactorMissing } from './second-factor.problems.ts';

export interface ResetSecondFactors {
  readonly personId: string;
  /** What staff compared, in their own words. */
  readonly identityCheck: string;
  readonly idempotencyKey: string | undefined;
}

/** A kept answer to a repeated request is JSON, so that the instant may have become text. */
export interface FactorReset {
  readonly effectiveAt: Date | string;
  readonly done: boolean;
}

export const FACTOR_RESET_CONTEST = 'FACTOR_RESET_CONTEST';
/** How long the person has to say no. */
export const CONTEST_HOURS = 24;

interface OpenReset extends AskedForHolder {
  readonly id: string;
  readonly effectiveAt: Date;
}

const findOpen = statement<OpenReset>(
  'factor-reset-open',
  `select id, association_id as "associationId", asked_by as "askedBy", asked_at as "askedAt",
     effective_at as "effectiveAt" from factor_reset
   where account_id = $1 and contested_at is null and done_at is null`,
);

const insert = statement(
  'factor-reset-insert',
  `insert into factor_reset (id, account_id, association_id, asked_by, asked_at, effective_at)
   values ($1, $2, $3, $4, $5, $6)`,
);

const approve = statement(
  'factor-reset-approve',
  'update factor_reset set approved_by = $2, effective_at = $3 where id = $1',
);

/**
 * Takes the second factors off the account of somebody who lost them, a day after the person was told and did not say
 * no, or at once when a second administrator asks for the same after a check of their own.
 */
export async function resetSecondFactors(
  context: Context,
  { idempotencyKey: key, ...input }: ResetSecondFactors,
): Promise<FactorReset> {
  const repeatable = { operation: 'resetSecondFactors', key, input };
  return onceAfter(
    context,
    async () => {
      const holder = await holderInCare(context, input.personId, new OwnFactorsKept());
      demandFreshSignIn(context);
      await demandReachOfRights(context, holder);
      return holder;
    },
    repeatable,
    async (tx, holder) => {
      await holdAccount(tx, holder.accountId);
      if (!(await hasFactor(tx, holder.accountId))) refuse(new SecondFactorMissing());
      const [open] = await within(tx, findOpen, [holder.accountId]);
      const reset = open ?? (await ask(context, tx, holder));
      const done = open !== undefined && (await approveSecond(context, tx, open));
      const { effectiveAt } = done ? { effectiveAt: context.clock.now() } : reset;
      await recordAudit(context, tx, {
        act: 'resetSecondFactors',
        subjectKind: 'Account',
        subjectId: holder.accountId,
        associationId: holder.associationId,
        after: { identityCheck: input.identityCheck, resetId: reset.id, effectiveAt, done },
      });
      return { effectiveAt, done };
    },
  );
}

async function ask(
  context: Context,
  tx: Tx,
  { accountId, associationId, page }: HolderInCare,
): Promise<OpenReset> {
  const id: string = newId(context.clock, context.random);
  const askedBy = actorOf(context).accountId;
  const now = context.clock.now();
  const effectiveAt = new Date(now.getTime() + CONTEST_HOURS * 3_600_000);
  await within(tx, insert, [id, accountId, associationId, askedBy, now, effectiveAt]);
  await enqueue(tx, { name: FINISH_FACTOR_RESET }, { resetId: id }, { at: effectiveAt });
  const issued = await issueSecret(context, tx, {
    purpose: FACTOR_RESET_CONTEST,
    subjectId: id,
    facts: {},
    lifetimeSeconds: CONTEST_HOURS * 3_600,
  });
  await tellEveryAddress(
    context,
    tx,
    { accountId, associationId },
    {
      letter: factorResetAsked,
      values: { page },
      issued,
    },
  );
  return { id, associationId, askedBy, askedAt: now, effectiveAt };
}

async function approveSecond(context: Context, tx: Tx, open: OpenReset): Promise<boolean> {
  const { id } = open;
  if (!(await isSecondAdministrator(context, tx, open, CONTEST_HOURS))) return false;
  await within(tx, approve, [id, actorOf(context).accountId, context.clock.now()]);
  return finishFactorReset(context, tx, id);
}
