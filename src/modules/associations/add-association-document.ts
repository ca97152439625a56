import { newId } from '../../kernel/id.ts';
import type { Parts } from '../../platform/context.ts';
import type { Tx } from '../../platform/database/database.ts';
import { AssociationDocumentEntity } from './association-document.entity.ts';

export type NewAssociationDocument = Omit<AssociationDocumentEntity, 'id'>;

export async function addAssociationDocument(
  { clock, random }: Pick<Parts, 'clock' | 'random'>,
  tx: Tx,
  facts: NewAssociationDocument,
): Promise<AssociationDocumentEntity> {
  const id = newId<'AssociationDocument'>(clock, random);
  const row = Object.assign(new AssociationDocumentEntity(), facts, { id });
  await tx.insert(AssociationDocumentEntity, row);
  return row;
}
