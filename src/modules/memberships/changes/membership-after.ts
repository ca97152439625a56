import { fromPublicId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { forgetLoaded } from '../../../platform/database/loader.ts';
import { membershipById } from '../membership.loaders.ts';
import type { Membership } from '../membership.type.ts';
import { membershipView } from '../membership-view.ts';

/** The membership as it stands after an act. */
export async function membershipAfter(context: Context, publicId: string): Promise<Membership> {
  forgetLoaded(context);
  const id = fromPublicId('Membership', publicId);
  const facts = id && (await context.load(membershipById, id));
  if (!facts) throw new Error('a membership is gone that was just changed');
  return membershipView(context, facts);
}
