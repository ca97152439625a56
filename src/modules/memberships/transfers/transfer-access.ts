import { fromPublicId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { refuse } from '../../../platform/problem.ts';
import { associationInReach, mayAsStaff, type StaffAction } from '../../associations/index.ts';
import { personsOfActor } from '../../people/index.ts';
import { stateOfTransfer } from './transfer-times.ts';
import { TransferNotFound, TransferOver } from './transfer.problems.ts';
import { transferById, transferEnding, type TransferFacts } from './transfer.rows.ts';
import type { TransferAsker } from './transfer-words.ts';

type Parties = Pick<TransferFacts, 'personId' | 'sendingId' | 'receivingId'>;

/** What the signed-in person is to a transfer, through a client of its tree; nobody acts as staff on their own. */
export type Sides = Readonly<Record<TransferAsker, boolean>>;

export async function sidesOf(
  context: Context,
  { personId, sendingId, receivingId }: Parties,
  action: StaffAction,
): Promise<Sides> {
  if (context.actor === null || (await associationInReach(context, sendingId)) === null)
    return { HOLDER: false, SENDING: false, RECEIVING: false };
  const HOLDER = (await personsOfActor(context)).some(({ id }) => id === personId);
  const acts = async (associationId: string): Promise<boolean> =>
    !(HOLDER && action === 'MANAGE_MEMBERSHIPS') && (await mayAsStaff(context, action, associationId));
  return { HOLDER, SENDING: await acts(sendingId), RECEIVING: await acts(receivingId) };
}

/** A transfer, for an act of those sides. One that is absent and one that is not theirs are the same answer. */
export async function transferFor(
  context: Context,
  publicId: string,
  may: (sides: Sides, transfer: TransferFacts) => boolean,
): Promise<TransferFacts> {
  const id = fromPublicId('MembershipTransfer', publicId);
  const transfer = id && (await context.load(transferById, id));
  if (!transfer || !may(await sidesOf(context, transfer, 'MANAGE_MEMBERSHIPS'), transfer))
    refuse(new TransferNotFound());
  return transfer;
}

/** The member takes back any request about them, an office what it asked for. */
export const mayWithdraw = (sides: Sides, { askedBy }: Pick<TransferFacts, 'askedBy'>): boolean =>
  sides.HOLDER || sides[askedBy];

/** Whether it may be seen: by the member, and by the staff of both bodies. */
export async function maySeeTransfer(context: Context, transfer: TransferFacts): Promise<boolean> {
  const { HOLDER, SENDING, RECEIVING } = await sidesOf(context, transfer, 'READ_RECORDS');
  return HOLDER || SENDING || RECEIVING;
}

/** Says what became of a request that was there a moment ago. */
export async function refuseOver(
  context: Context,
  tx: Tx,
  { id }: Pick<TransferFacts, 'id'>,
): Promise<never> {
  refuse(new TransferOver(stateOfTransfer(await transferEnding(tx, id), context.clock.now())));
}
