import type { Context } from '../../../platform/context.ts';
import { connectionOf, type ConnectionArgs, type Page } from '../../../platform/graphql/connection.ts';
import { readOwnedWalk, walkOfEach, type OwnedWalk } from '../../../platform/graphql/owned-walk.ts';
import { MembershipTransfer } from './membership-transfer.type.ts';
import { TRANSFER_COLUMNS, TRANSFER_SOURCE, type TransferFacts } from './transfer.rows.ts';
import type { TransferSide, TransferState } from './transfer-words.ts';
import { transferStateInSql } from './transfer-times.ts';

export const MembershipTransferConnection = connectionOf<MembershipTransfer>(
  'MembershipTransfer',
  () => MembershipTransfer,
);

const ORDER = { columns: TRANSFER_COLUMNS, instant: 't.asked_at', id: 't.id' };

const ofBodies = (side: 'sending' | 'receiving'): OwnedWalk<TransferFacts> =>
  walkOfEach<TransferFacts>(`transfers-${side}`, {
    ...ORDER,
    from: body => `from ${TRANSFER_SOURCE}
      where t.${side}_id = ${body} and ($2::text[] is null or ${transferStateInSql('$4')} = any ($2))
        and (not $3::boolean or (t.ended_at is null and t.answer_by < $4 and t.expires_at >= $4))`,
    values: 3,
  });

export const OF_BODIES: Readonly<Record<TransferSide, OwnedWalk<TransferFacts>>> = {
  RECEIVING: ofBodies('receiving'),
  SENDING: ofBodies('sending'),
};

export const ofMemberships = walkOfEach<TransferFacts>('transfers-of-memberships', {
  ...ORDER,
  from: membership => `from ${TRANSFER_SOURCE}
    where (t.membership_id = ${membership} or t.new_membership_id = ${membership}) and $2::timestamptz is not null`,
  values: 1,
});

export interface TransferFilter {
  readonly side: TransferSide;
  readonly states: readonly TransferState[] | null;
  readonly overdue: boolean;
}

/** The transfers to a body or from it, the newest first. Whoever asks judges who may see them. */
export const listTransfersOfBody = (
  context: Context,
  associationId: string,
  { side, states, overdue }: TransferFilter,
  args: ConnectionArgs,
): Promise<Page<MembershipTransfer>> => {
  const wanted = [states?.length ? states : null, overdue];
  return readOwnedWalk(
    context,
    OF_BODIES[side],
    associationId,
    wanted,
    args,
    row => new MembershipTransfer(row),
  );
};

/** Those by which a membership was left or entered, or by which somebody wants it to be, the newest first. */
export const listTransfersOfMembership = (
  context: Context,
  membershipId: string,
  args: ConnectionArgs,
): Promise<Page<MembershipTransfer>> =>
  readOwnedWalk(context, ofMemberships, membershipId, [], args, row => new MembershipTransfer(row));
