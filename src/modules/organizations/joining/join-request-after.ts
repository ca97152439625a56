import type { JoinRequestId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { forgetLoaded } from '../../../platform/database/loader.ts';
import { joinRequestById } from './join-request.rows.ts';
import { JoinRequest } from './join-request.type.ts';

/** A request as it stands after an act. */
export async function joinRequestAfter(context: Context, id: JoinRequestId): Promise<JoinRequest> {
  forgetLoaded(context);
  const facts = await context.load(joinRequestById, id);
  if (!facts) throw new Error('a request is gone that was just written');
  return new JoinRequest(facts);
}
