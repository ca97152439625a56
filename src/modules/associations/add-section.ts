import { newId } from '../../kernel/id.ts';
import type { Parts } from '../../platform/context.ts';
import type { Tx } from '../../platform/database/database.ts';
import { SectionEntity } from './section.entity.ts';

export type NewSection = Omit<SectionEntity, 'id'>;

export async function addSection(
  { clock, random }: Pick<Parts, 'clock' | 'random'>,
  tx: Tx,
  facts: NewSection,
): Promise<SectionEntity> {
  const row = Object.assign(new SectionEntity(), facts, { id: newId<'Section'>(clock, random) });
  await tx.insert(SectionEntity, row);
  return row;
}
