import { newId, type AssociationId } from '../../kernel/id.ts';
import type { Parts } from '../../platform/context.ts';
import type { Tx } from '../../platform/database/database.ts';
import { AssociationEntity } from './association.entity.ts';

/** All that makes an association; `parent` is null for the top of a tree. */
export type NewAssociation = Omit<AssociationEntity, 'id' | 'parentId' | 'rootId' | 'pagesClientId'> & {
  readonly parent: Pick<AssociationEntity, 'id' | 'rootId'> | null;
};

/** Puts a body into its tree. Which client has its pages is said later: the client belongs to it. */
export async function addAssociation(
  { clock, random }: Pick<Parts, 'clock' | 'random'>,
  tx: Tx,
  { parent, ...facts }: NewAssociation,
): Promise<AssociationEntity> {
  const id = newId<'Association'>(clock, random);
  const row = Object.assign(new AssociationEntity(), facts, {
    id,
    parentId: parent?.id ?? null,
    rootId: parent?.rootId ?? id,
    pagesClientId: null,
  });
  await tx.insert(AssociationEntity, row);
  return row;
}

/** Says whose pages the links in an association's mails open. */
export async function usePagesOf(
  tx: Tx,
  associationId: AssociationId,
  clientId: NonNullable<AssociationEntity['pagesClientId']>,
): Promise<void> {
  await tx.update(AssociationEntity, { id: associationId }, { pagesClientId: clientId });
}
