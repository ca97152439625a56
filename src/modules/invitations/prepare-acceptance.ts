import type { Context } from '../../platform/context.ts';
import { personById, personsOfAccount, type PersonEntity } from '../people/index.ts';
import type { Acceptance } from './accept-as.ts';
import { readersOfNews } from './acceptance-news.ts';
import type { FoundInvitation } from './find-invitation.ts';
import { kindOfAccountFor } from './kind-of-account.ts';
import { standingOf } from './give-record.ts';

/** Reads what an acceptance says of others, so that its transaction is short. */
export async function prepareAcceptance(
  context: Context,
  found: FoundInvitation,
  act: string,
): Promise<Acceptance> {
  const [named, standing, readers] = await Promise.all([
    context.load(personById, found.row.personId),
    standingOf(context, found.row.personId),
    readersOfNews(context, found),
  ]);
  if (!named) throw new Error('an invitation names a person who is gone');
  return { act, named, standing, kind: await kindOfAccountFor(context, named), readers };
}

/**
 * Those to whom an accepted invitation may have given its role: every record that the account has in the association,
 * because it may have got the one that the invitation names only later.
 */
export async function whoMayHaveIt(
  context: Context,
  { row, association }: FoundInvitation,
): Promise<readonly [PersonEntity, ...PersonEntity[]]> {
  const persons =
    row.acceptedByAccountId === null ? [] : await context.load(personsOfAccount, row.acceptedByAccountId);
  const [first, ...more] = persons.filter(({ associationId }) => associationId === association.id);
  if (first) return [first, ...more];
  const named = await context.load(personById, row.personId);
  if (!named) throw new Error('an invitation names a person who is gone');
  return [named];
}
