import type { Context } from '../../../platform/context.ts';
import { representationsOfPerson } from './representation.loaders.ts';
import { holdsOn } from './representation.policy.ts';
import { todayAt } from './today-at.ts';

/** Whether somebody stands for this person on file today: an account of theirs is nobody's alone. */
export async function isRepresented(
  context: Context,
  { id, associationId }: { readonly id: string; readonly associationId: string },
): Promise<boolean> {
  const all = await context.load(representationsOfPerson, id);
  const today = await todayAt(context, associationId);
  return all.some(facts => holdsOn(facts, today));
}
