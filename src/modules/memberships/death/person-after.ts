import type { PersonId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { forgetLoaded } from '../../../platform/database/loader.ts';
import { Person, personById } from '../../people/index.ts';

/** A person as they stand on file after an act. */
export async function personAfter(context: Context, id: PersonId): Promise<Person> {
  forgetLoaded(context);
  const row = await context.load(personById, id);
  if (row === null) throw new Error('a person is gone whose death was just recorded or corrected');
  return new Person(row);
}
