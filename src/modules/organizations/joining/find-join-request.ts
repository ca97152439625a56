import type { Context } from '../../../platform/context.ts';
import { sideOf } from './join-request-access.ts';
import { joinRequestById } from './join-request.rows.ts';
import { JoinRequest } from './join-request.type.ts';

/** A request, for whoever asked and whoever decides; null for anybody else. */
export async function findJoinRequest(context: Context, id: string): Promise<JoinRequest | null> {
  const facts = await context.load(joinRequestById, id);
  return facts && (await sideOf(context, facts)) !== null ? new JoinRequest(facts) : null;
}
