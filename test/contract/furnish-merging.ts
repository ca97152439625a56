import { toPublicId, type AssociationId, type MergeTaskId } from '../../src/kernel/id.ts';
import { openMergeTask } from '../../src/modules/people/index.ts';
import type { Office } from '../invitations/operations.ts';
import { mergePersons } from '../people/merge-operations.ts';
import { givenPerson } from '../support/given/membership-world.ts';
import type { Portal } from '../support/portal.ts';

export interface MergingIds {
  readonly MergeTask: string;
  readonly RecordMerge: string;
}

/** Asks whether two new records are one person, and answers the question. */
export async function givenMergeTask(
  portal: Portal,
  associationId: AssociationId,
  familyName: string,
): Promise<string> {
  const [kept, other] = [
    await givenPerson(portal, { associationId, givenName: 'Alma', familyName }),
    await givenPerson(portal, { associationId, givenName: 'Elma', familyName }),
  ];
  const persons = { keptPersonId: kept.id, otherPersonId: other.id };
  await portal.parts.db.transaction(tx => openMergeTask(portal.parts, tx, { associationId, ...persons }));
  const [task] = await portal.parts.db.entities.query<{ id: MergeTaskId }[]>(
    'select id from merge_task where kept_person_id = $1',
    [kept.id],
  );
  return toPublicId('MergeTask', task!.id);
}

/** A question that waits, and a merge that was done. */
export async function furnishMerging(
  portal: Portal,
  associationId: AssociationId,
  office: Office,
  mark: string,
): Promise<MergingIds> {
  const familyName = `Jumelle-${mark}`;
  const [kept, other] = [
    await givenPerson(portal, { associationId, familyName }),
    await givenPerson(portal, { associationId, familyName }),
  ];
  const { merge } = await mergePersons(portal, office, kept, other);
  return { MergeTask: await givenMergeTask(portal, associationId, familyName), RecordMerge: merge.id };
}
