import { maskEmailAddress } from '../../../kernel/email-address.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { onceAfter } from '../../../platform/database/idempotency.ts';
import { statement } from '../../../platform/database/statement.ts';
import { demandFreshSignIn } from '../../../platform/graphql/fresh-sign-in.ts';
import { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../platform/graphql/invalid-input.ts';
import { refuse } from '../../../platform/problem.ts';
import { holdAccount } from '../account-state.ts';
import { actorOf } from '../actor-of.ts';
import { addressesOnFile, holderOfAddress } from '../addresses.ts';
import { demandReachOfRights, holderInCare, isSecondAdministrator } from '../holder-in-care.ts';
import { readNewAddress } from '../new-address.ts';
import { AddressReplacementOpen, OwnAddressKept } from './address-replacement.problems.ts';
import { ADDRESS_CONTEST_HOURS, askReplacement, type WantedReplacement } from './ask-address-replacement.ts';
import { finishAddressReplacement } from './finish-address-replacement.ts';
import { holdOpenReplacement, type OpenReplacement } from './open-replacement.ts';

export interface ReplaceLostAddress {
  readonly personId: string;
  readonly newAddress: string;
  /** What staff compared, in their own words. */
  readonly identityCheck: string;
  readonly idempotencyKey: string | undefined;
}

/** A kept answer to a repeated request is JSON, so that the instant may have become text. */
export interface AskedReplacement {
  readonly effectiveAt: Date | string;
  readonly done: boolean;
}

const FIELD = 'newAddress';
const TAKEN = 'lostAddress.addressFault.TAKEN';

const approve = statement(
  'address-replacement-approve',
  'update address_replacement set approved_by = $2, effective_at = $3 where id = $1',
);

/**
 * Puts another address in the place of the primary one of somebody who has lost their mailbox: three days after they
 * were told at every address and nobody said no, or at once when a second administrator asks for the same after a
 * check of their own.
 */
export async function replaceLostAddress(
  context: Context,
  { idempotencyKey: key, ...input }: ReplaceLostAddress,
): Promise<AskedReplacement> {
  const repeatable = { operation: 'replaceLostAddress', key, input };
  return onceAfter(
    context,
    () => judge(context, input),
    repeatable,
    async (tx, wanted) => {
      await holdAccount(tx, wanted.accountId);
      const open = await holdOpenReplacement(tx, wanted.accountId);
      if (open && !isSame(open, wanted)) refuse(new AddressReplacementOpen(open.effectiveAt));
      const replacement = open ?? (await askReplacement(context, tx, wanted));
      const done = open !== null && (await approveSecond(context, tx, open, wanted));
      const { effectiveAt } = done ? { effectiveAt: context.clock.now() } : replacement;
      await recordAudit(context, tx, {
        act: 'replaceLostAddress',
        subjectKind: 'Account',
        subjectId: wanted.accountId,
        associationId: wanted.associationId,
        after: {
          identityCheck: input.identityCheck,
          replacementId: replacement.id,
          newAddress: maskEmailAddress(wanted.address.typed),
          effectiveAt,
          done,
        },
      });
      return { effectiveAt, done };
    },
  );
}

const isSame = (open: OpenReplacement, { address, oldNormalized }: WantedReplacement): boolean =>
  open.newNormalized === address.normalized && open.oldNormalized === oldNormalized;

async function judge(
  context: Context,
  { personId, newAddress }: Pick<ReplaceLostAddress, 'personId' | 'newAddress'>,
): Promise<WantedReplacement> {
  const holder = await holderInCare(context, personId, new OwnAddressKept());
  demandFreshSignIn(context);
  await demandReachOfRights(context, holder);
  const address = readNewAddress(context, FIELD, newAddress);
  const primary = (await addressesOnFile(context, holder.accountId)).find(({ isPrimary }) => isPrimary);
  if (primary?.normalized === address.normalized) refuseAddress(context, 'lostAddress.addressFault.SAME');
  const has = await holderOfAddress(context, address.normalized);
  if (has && has.accountId !== holder.accountId) refuseAddress(context, TAKEN);
  return { ...holder, address, oldNormalized: primary?.normalized ?? null };
}

function refuseAddress({ wording }: Context, sentence: string): void {
  const issues = new InputIssues(wording);
  issues.add(FIELD, InputIssueCode.NOT_ALLOWED, sentence);
  issues.refuseIfAny();
}

async function approveSecond(
  context: Context,
  tx: Tx,
  open: OpenReplacement,
  { page }: WantedReplacement,
): Promise<boolean> {
  const { id, accountId } = open;
  if (!(await isSecondAdministrator(context, tx, open, ADDRESS_CONTEST_HOURS))) return false;
  await within(tx, approve, [id, actorOf(context).accountId, context.clock.now()]);
  const ended = await finishAddressReplacement(context, tx, { id, accountId, page });
  // Somebody else has shown meanwhile that they read its mail; the request stays open until it is due or withdrawn.
  if (ended === 'IMPOSSIBLE') refuseAddress(context, TAKEN);
  return ended === 'DONE';
}
