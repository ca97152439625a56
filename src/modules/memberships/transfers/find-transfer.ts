import type { MembershipTransferId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { forgetLoaded } from '../../../platform/database/loader.ts';
import { MembershipTransfer } from './membership-transfer.type.ts';
import { maySeeTransfer } from './transfer-access.ts';
import { transferById } from './transfer.rows.ts';

/** A transfer, for the member and the staff of both bodies; null for anybody else. */
export async function findTransfer(context: Context, id: string): Promise<MembershipTransfer | null> {
  const facts = await context.load(transferById, id);
  return facts && (await maySeeTransfer(context, facts)) ? new MembershipTransfer(facts) : null;
}

/** A transfer as it stands after an act. */
export async function transferAfter(context: Context, id: MembershipTransferId): Promise<MembershipTransfer> {
  forgetLoaded(context);
  const facts = await context.load(transferById, id);
  if (!facts) throw new Error('a transfer is gone that was just written');
  return new MembershipTransfer(facts);
}
