import type { Context } from '../../../platform/context.ts';
import { forgetLoaded } from '../../../platform/database/loader.ts';
import { representationById } from './representation.loaders.ts';
import { Representation } from './representation.type.ts';

/** The representation as it stands after an act. */
export async function representationAfter(context: Context, id: string): Promise<Representation> {
  forgetLoaded(context);
  const facts = await context.load(representationById, id);
  if (!facts) throw new Error('a representation went away');
  return new Representation(facts);
}
