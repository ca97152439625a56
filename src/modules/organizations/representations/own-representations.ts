import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Context } from '../../../platform/context.ts';
import { personsOfActor } from '../../people/index.ts';
import { mayReadRepresentation } from './may-read.ts';
import { representationById, representationsByPerson } from './representation.loaders.ts';
import { Representation } from './representation.type.ts';
import { heldOn } from './representations.graphql.ts';

/** Whom the signed-in person represents on a day, in the tree of the client. */
export async function ownRepresentations(
  context: Context,
  asOf: LocalDate | null | undefined,
): Promise<Representation[]> {
  const persons = await personsOfActor(context);
  const all = await Promise.all(persons.map(({ id }) => context.load(representationsByPerson, id)));
  return heldOn(context, all.flat(), asOf);
}

/** One for `node`: null for absent and for not the caller's. */
export async function findRepresentation(context: Context, id: string): Promise<Representation | null> {
  const facts = await context.load(representationById, id);
  return facts && (await mayReadRepresentation(context, facts)) ? new Representation(facts) : null;
}
