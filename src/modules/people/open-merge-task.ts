import { newId, type AssociationId, type PersonId } from '../../kernel/id.ts';
import type { Parts } from '../../platform/context.ts';
import type { Tx } from '../../platform/database/database.ts';
import { MergeTaskEntity } from './merge-task.entity.ts';

/** Asks staff whether two records are one person. */
export async function openMergeTask(
  { clock, random }: Pick<Parts, 'clock' | 'random'>,
  tx: Tx,
  wanted: {
    readonly associationId: string;
    readonly keptPersonId: string;
    readonly otherPersonId: string;
  },
): Promise<void> {
  await tx.insert(MergeTaskEntity, {
    id: newId<'MergeTask'>(clock, random),
    associationId: wanted.associationId as AssociationId,
    keptPersonId: wanted.keptPersonId as PersonId,
    otherPersonId: wanted.otherPersonId as PersonId,
    openedAt: clock.now(),
    closedAt: null,
  });
}
